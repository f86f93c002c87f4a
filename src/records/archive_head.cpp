#include "records/archive_head.hpp"

#include <charconv>
#include <vector>

#include "records/header_lines.hpp"
#include "text/text.hpp"

namespace clean_article::records {
namespace {

std::optional<std::uint64_t> read_length(std::string_view digits) {
  std::uint64_t length = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), length);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return length;
}

bool is_web_address(std::string_view url) {
  return url.starts_with("http://") || url.starts_with("https://");
}

// Some writers put it between angle brackets, and some leave its spaces.
std::string mended_address(std::string_view url) {
  if (url.size() >= 2 && url.front() == '<' && url.back() == '>') url = url.substr(1, url.size() - 2);
  std::string out;
  for (const char c : url) out.append(c == ' ' ? std::string_view("%20") : std::string_view(&c, 1));
  return out;
}

// "20080430204825" as "2008-04-30T20:48:25Z"; "" for what is no such date.
std::string iso_date(std::string_view digits) {
  constexpr std::size_t kDigits = 14;
  if (digits.size() != kDigits || digits.find_first_not_of("0123456789") != std::string_view::npos) return "";
  std::string out(digits.substr(0, 4));
  const char marks[] = {'-', '-', 'T', ':', ':'};
  for (std::size_t i = 0; i < sizeof marks; ++i) out.append(1, marks[i]).append(digits.substr(4 + 2 * i, 2));
  return out + 'Z';
}

}  // namespace

std::optional<ArchiveHead> read_warc_head(std::string_view head) {
  const std::vector<HeaderLine> lines = read_header_lines(head);
  const auto length = read_length(header_value(lines, "content-length"));
  if (!length) return std::nullopt;
  ArchiveHead out;
  out.length = *length;
  const std::string type = text::lower_ascii(header_value(lines, "warc-type"));
  out.is_page = type == "response" || type == "resource";
  if (!out.is_page) return out;
  out.url = mended_address(header_value(lines, "warc-target-uri"));
  out.id = header_value(lines, "warc-record-id");
  out.date = header_value(lines, "warc-date");
  out.content_type = header_value(lines, "content-type");
  out.truncated = header_value(lines, "warc-truncated");
  const bool is_http = media_type(out.content_type) == "application/http" ||
                       (out.content_type.empty() && is_web_address(out.url));
  out.kind = type == "response" && is_http ? RecordKind::kHttp : RecordKind::kBody;
  return out;
}

std::optional<ArchiveHead> read_arc_head(std::string_view line) {
  // URL IP date type length; the second version has more between type and length. Addresses may hold spaces:
  // the date, which is all digits, tells where they end.
  std::vector<std::string_view> words;
  while (!line.empty()) {
    const std::string_view word = line.substr(0, line.find_first_of(" \r"));
    line.remove_prefix(std::min(word.size() + 1, line.size()));
    if (!word.empty()) words.push_back(word);
  }
  constexpr std::size_t kFewestWords = 5;
  if (words.size() < kFewestWords) return std::nullopt;
  const auto length = read_length(words.back());
  std::size_t date = 2;
  while (date + 2 < words.size() && iso_date(words[date]).empty()) ++date;
  const std::size_t scheme = words[0].find(':');
  if (!length || date + 2 >= words.size() || scheme == std::string_view::npos || scheme == 0)
    return std::nullopt;
  ArchiveHead out;
  out.length = *length;
  std::string url(words[0]);
  for (std::size_t i = 1; i + 1 < date; ++i) url.append(" ").append(words[i]);
  out.url = mended_address(url);
  out.date = iso_date(words[date]);
  out.content_type = words[date + 1];
  out.is_page = !out.url.starts_with("filedesc:");
  out.kind = is_web_address(out.url) ? RecordKind::kHttp : RecordKind::kBody;
  return out;
}

}  // namespace clean_article::records
