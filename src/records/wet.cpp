#include "records/wet.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <vector>

#include "records/json.hpp"
#include "text/text.hpp"

namespace clean_article::records {
namespace {

std::uint64_t hash_of(std::string_view bytes, std::uint64_t seed) {
  std::uint64_t hash = 14695981039346656037ULL ^ seed;  // FNV-1a
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  return hash;
}

// Made from what the record says, so that the same input gives the same file: RFC 9562 calls that version 8.
std::string urn_of(std::string_view content) {
  const std::uint64_t high = (hash_of(content, 0) & ~0xF000ULL) | 0x8000;
  const std::uint64_t low = (hash_of(content, 1) & ~(3ULL << 62)) | 2ULL << 62;
  std::array<char, 64> urn{};
  std::snprintf(urn.data(), urn.size(), "<urn:uuid:%08llx-%04llx-%04llx-%04llx-%012llx>",
                static_cast<unsigned long long>(high >> 32),
                static_cast<unsigned long long>(high >> 16 & 0xFFFF),
                static_cast<unsigned long long>(high & 0xFFFF), static_cast<unsigned long long>(low >> 48),
                static_cast<unsigned long long>(low & 0xFFFFFFFFFFFFULL));
  return urn.data();
}

// A value for a line of a head: whoever wrote it may not begin another one.
std::string one_line(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c >= 0 && c < ' '; }, ' ');
  return text;
}

std::string member(std::string_view object, std::string_view name) {
  const auto members = json_members(object);
  if (!members) return "";
  for (const JsonMember& found : *members)
    if (found.name.substr(1, found.name.size() - 2) == name) return json_string(found.value).value_or("");
  return "";
}

std::string record_of(const std::string& type, const std::string& lines, const std::string& content_type,
                      const std::string& block) {
  return "WARC/1.0\r\nWARC-Type: " + type + "\r\n" + lines +
         "WARC-Record-ID: " + urn_of(type + lines + block) + "\r\nContent-Type: " + content_type +
         "\r\nContent-Length: " + std::to_string(block.size()) + "\r\n\r\n" + block + "\r\n\r\n";
}

}  // namespace

std::string wet_head(std::string_view software) {
  return record_of("warcinfo", "", "application/warc-fields",
                   "software: " + std::string(software) +
                       "\r\nformat: WARC File Format 1.0\r\ndescription: text of articles\r\n");
}

std::string wet_record(std::string_view fields, std::string_view article, const std::string& name,
                       const std::string& date) {
  const std::string object = std::string("{").append(fields).append("}");
  std::string url = member(object, "url");
  if (url.empty()) url = member(article, "url");
  if (url.empty()) url = "file:" + name;
  std::string captured = member(object, "date");
  if (captured.empty()) captured = date;
  std::string lines = "WARC-Target-URI: " + one_line(url) + "\r\nWARC-Date: " + one_line(captured) + "\r\n";
  if (const std::string id = member(object, "record_id"); !id.empty())
    lines += "WARC-Refers-To: " + one_line(id) + "\r\n";
  // "eng", as Common Crawl writes it.
  if (const std::string code = text::three_letter_language(member(article, "language")); !code.empty())
    lines += "WARC-Identified-Content-Language: " + code + "\r\n";
  return record_of("conversion", lines, "text/plain", member(article, "text"));
}

}  // namespace clean_article::records
