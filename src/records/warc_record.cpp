#include "records/warc_record.hpp"

#include <fcntl.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <ctime>

#include "records/archive_head.hpp"
#include "records/byte_stream.hpp"
#include "records/header_lines.hpp"
#include "text/text.hpp"

namespace clean_article::records {
namespace {

std::uint64_t hash_of(std::string_view bytes, std::uint64_t seed) {
  std::uint64_t hash = 14695981039346656037ULL ^ seed;  // FNV-1a
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  return hash;
}

// "2024-03-02T10:00:00.123456Z"
std::string iso_time(std::int64_t time_us) {
  constexpr std::int64_t kMicroseconds = 1'000'000;
  const auto seconds = static_cast<std::time_t>(time_us / kMicroseconds);
  std::tm parts{};
  std::array<char, 32> text{};
  if (::gmtime_r(&seconds, &parts) == nullptr) return "";
  std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%S", &parts);
  std::array<char, 16> rest{};
  std::snprintf(rest.data(), rest.size(), ".%06dZ", static_cast<int>(time_us % kMicroseconds));
  return std::string(text.data()) + rest.data();
}

// The head of an answer as HTTP/1.1 would have it, and as its body now stands: without chunks. What the
// server said of them is kept by the name that other crawlers use.
std::string head_as_kept(std::string_view head) {
  constexpr std::string_view kChunks = "transfer-encoding:";
  std::string kept;
  for (bool is_first = true; !head.empty(); is_first = false) {
    const std::size_t end = std::min(head.find('\n'), head.size() - 1) + 1;
    const std::string_view line = head.substr(0, end);
    head.remove_prefix(end);
    const std::size_t space = line.find(' ');
    if (is_first && !line.starts_with("HTTP/1") && space != std::string_view::npos) {
      kept.append("HTTP/1.1").append(line.substr(space));
      continue;
    }
    if (text::equal_ignoring_ascii_case(line.substr(0, kChunks.size()), kChunks)) kept += "X-Crawler-";
    kept += line;
  }
  return kept;
}

}  // namespace

// RFC 9562 calls an identifier that is made in a way of one's own version 8.
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

std::string one_line(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c >= 0 && c < ' '; }, ' ');
  return text;
}

std::string warc_record(const std::string& version, const std::string& type, const std::string& lines,
                        const std::string& content_type, const std::string& block) {
  return "WARC/" + version + "\r\nWARC-Type: " + type + "\r\n" + lines +
         "WARC-Record-ID: " + urn_of(type + lines + block) + "\r\nContent-Type: " + content_type +
         "\r\nContent-Length: " + std::to_string(block.size()) + "\r\n\r\n" + block + "\r\n\r\n";
}

std::uint64_t end_of_whole_records(const std::string& path) {
  constexpr std::size_t kMostHeadBytes = std::size_t{1} << 20;
  constexpr std::uint64_t kRecordEndBytes = 4;
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return 0;
  ByteStream stream(file, true);
  while (true) {
    std::string_view here = stream.peek(1);
    const std::uint64_t begin = stream.offset();
    if (here.empty()) return stream.gap().empty() ? stream.bytes_read() : begin;
    std::size_t head_bytes = 0;
    std::size_t head_end = 0;
    while ((head_end = find_head_end(here, head_bytes)) == std::string_view::npos) {
      const std::size_t before = here.size();
      here = stream.peek(before + 1);
      if (here.size() == before || before > kMostHeadBytes) return begin;
    }
    const auto head = read_warc_head(here.substr(0, head_bytes));
    if (!head) return begin;
    stream.skip(head_end);
    const std::uint64_t rest = head->length + kRecordEndBytes;
    if (stream.skip_far(rest) < rest) return begin;
    // A member of gzip ends behind what it holds: where that is missing, the stream still stands in it.
    if (stream.peek(1).empty() && !stream.gap().empty() && stream.offset() == begin) return begin;
  }
}

std::string warc_head(std::string_view software, std::int64_t time_us) {
  return warc_record(
      "1.1", "warcinfo", "WARC-Date: " + iso_time(time_us) + "\r\n", "application/warc-fields",
      "software: " + std::string(software) +
          "\r\nformat: WARC File Format 1.1\r\nconformsTo: "
          "https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r\n");
}

ExchangeRecords warc_exchange(const WarcExchange& exchange) {
  std::string lines =
      "WARC-Target-URI: " + one_line(exchange.url) + "\r\nWARC-Date: " + iso_time(exchange.time_us) + "\r\n";
  if (!exchange.address.empty()) lines += "WARC-IP-Address: " + one_line(exchange.address) + "\r\n";
  const std::string response_lines = exchange.is_whole ? lines : lines + "WARC-Truncated: unspecified\r\n";
  const std::string block = head_as_kept(exchange.head) + exchange.body;
  ExchangeRecords records;
  records.response =
      warc_record("1.1", "response", response_lines, "application/http;msgtype=response", block);
  if (exchange.request.empty()) return records;
  lines += "WARC-Concurrent-To: " + urn_of("response" + response_lines + block) + "\r\n";
  records.request =
      warc_record("1.1", "request", lines, "application/http;msgtype=request", exchange.request);
  return records;
}

}  // namespace clean_article::records
