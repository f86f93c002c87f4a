#include "render/fields.hpp"

#include <array>
#include <cstdio>

namespace clean_article::render {

namespace {

using metadata::Metadata;

// A YAML string in double quotes: always right, whatever the value begins with.
std::string quoted(std::string_view value) {
  std::string out = "\"";
  for (const char c : value) {
    if (c == '"' || c == '\\') out += '\\';
    out += c == '\n' || c == '\t' ? ' ' : c;
  }
  return out += '"';
}

void put(std::string_view name, const metadata::Field& field, std::string& out) {
  if (field) out.append(name).append(": ").append(quoted(field.value)).append("\n");
}

void put(std::string_view name, const metadata::ListField& field, std::string& out) {
  if (!field) return;
  out.append(name).append(":\n");
  for (const std::string& value : field.values) out.append("  - ").append(quoted(value)).append("\n");
}

std::string csv_field(std::string_view value) {
  if (value.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(value);
  std::string out = "\"";
  for (const char c : value) {
    if (c == '"') out += '"';
    out += c;
  }
  return out += '"';
}

}  // namespace

std::string joined(const metadata::ListField& field) {
  std::string out;
  for (const std::string& value : field.values) out += (out.empty() ? "" : "; ") + value;
  return out;
}

std::string fingerprint_text(const Metadata& metadata) {
  if (metadata.fingerprint == 0) return "";
  std::array<char, 20> digits{};
  std::snprintf(digits.data(), digits.size(), "%016llx",
                static_cast<unsigned long long>(metadata.fingerprint));
  return digits.data();
}

std::string to_front_matter(const Metadata& m) {
  std::string out = "---\n";
  put("title", m.title, out);
  put("authors", m.authors, out);
  put("date", m.date, out);
  put("modified", m.modified, out);
  put("sitename", m.sitename, out);
  put("hostname", m.hostname, out);
  put("url", m.url, out);
  put("description", m.description, out);
  put("language", m.language, out);
  put("direction", m.direction, out);
  put("categories", m.categories, out);
  put("tags", m.tags, out);
  put("image", m.image, out);
  put("license", m.license, out);
  put("page_type", m.page_type, out);
  out += "word_count: " + std::to_string(m.word_count) + "\n";
  if (m.fingerprint != 0) out += "fingerprint: " + quoted(fingerprint_text(m)) + "\n";
  return out + "---\n";
}

std::string csv_header() {
  return "url,hostname,title,authors,date,modified,sitename,description,language,categories,tags,image,"
         "license,page_type,"
         "word_count,fingerprint,text\r\n";
}

std::string to_csv(const Metadata& m, const std::string& text) {
  const std::array<std::string, 17> fields = {m.url.value,
                                              m.hostname.value,
                                              m.title.value,
                                              joined(m.authors),
                                              m.date.value,
                                              m.modified.value,
                                              m.sitename.value,
                                              m.description.value,
                                              m.language.value,
                                              joined(m.categories),
                                              joined(m.tags),
                                              m.image.value,
                                              m.license.value,
                                              m.page_type.value,
                                              std::to_string(m.word_count),
                                              fingerprint_text(m),
                                              text};
  std::string out;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (i > 0) out += ',';
    out += csv_field(fields[i]);
  }
  return out + "\r\n";
}

}  // namespace clean_article::render
