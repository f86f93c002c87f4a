#include "records/http_answer.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <vector>

#include "codings/codings.hpp"
#include "records/header_lines.hpp"
#include "text/text.hpp"

namespace clean_article::records {
namespace {

// What this program reads, and what servers say when they do not know: then the bytes tell.
constexpr std::string_view kPageTypes[] = {"text/html",
                                           "application/xhtml+xml",
                                           "text/plain",
                                           "application/xml",
                                           "text/xml",
                                           "",
                                           "unknown/unknown",
                                           "application/unknown",
                                           "*/*",
                                           "unk",
                                           "no-type"};

Error damaged(std::string message) {
  return {ErrorKind::kInput, std::move(message)};
}

struct Chunked {
  std::string body;
  bool is_whole = false;
};

// Nothing where the body is in no chunks: many archives hold it joined, with the head as it was sent.
std::optional<Chunked> join_chunks(std::string_view bytes) {
  Chunked joined;
  for (bool is_first = true;; is_first = false) {
    const std::size_t line = bytes.find('\n');
    std::size_t size = 0;
    const auto [end, error] = std::from_chars(bytes.data(), bytes.data() + bytes.size(), size, 16);
    const bool is_size = error == std::errc() && line != std::string_view::npos && end != bytes.data() &&
                         (*end == '\r' || *end == '\n' || *end == ';' || *end == ' ');
    if (!is_size && is_first) return std::nullopt;
    if (!is_size) return joined;
    bytes.remove_prefix(line + 1);
    if (size == 0) return joined.is_whole = true, joined;
    joined.body += bytes.substr(0, size);
    if (size >= bytes.size()) return joined;
    bytes.remove_prefix(size);
    if (bytes.starts_with('\r')) bytes.remove_prefix(1);
    if (bytes.starts_with('\n')) bytes.remove_prefix(1);
  }
}

// The codings of a body that are not undone yet. Those of gzip and zstd show in its first bytes.
bool is_undone(std::string_view body, std::string_view codings) {
  const std::string names = text::lower_ascii(codings);
  if (names.find(',') != std::string::npos) return false;
  if (names.find("gzip") != std::string::npos) return !body.starts_with("\x1F\x8B");
  if (names == "zstd") return !body.starts_with("\x28\xB5\x2F\xFD");
  return text::looks_like_html(body.substr(0, std::min<std::size_t>(body.size(), 1024)));
}

// A body that was clipped when it was saved is taken as far as it goes.
Status undo_codings(std::string& body, std::string_view codings, bool is_clipped, std::size_t max_bytes) {
  if (codings.empty() || is_undone(body, codings)) return Done{};
  auto decoder = codings::ContentDecoder::create(codings);
  if (!decoder.ok()) return damaged(decoder.error().message);
  if (decoder->is_identity()) return Done{};
  std::string undone;
  const codings::Decoding decoding = decoder->feed(body, [&](std::string_view piece) {
    undone += piece;
    return undone.size() <= max_bytes;
  });
  body = std::move(undone);
  if (decoding == codings::Decoding::kStopped) return Done{};  // its size is checked below
  if (decoding == codings::Decoding::kDamaged) return damaged("the page's compression is damaged");
  if (!decoder->is_complete() && !is_clipped)
    return damaged("the page's compressed body ends before the page is complete");
  return Done{};
}

std::string joined_values(const std::vector<HeaderLine>& lines, std::string_view name) {
  std::string out;
  for (const HeaderLine& line : lines)
    if (text::equal_ignoring_ascii_case(line.name, name))
      out.append(out.empty() ? "" : ",").append(line.value);
  return out;
}

bool is_robots_file(const std::string& url) {
  const auto parsed = text::split_url(url);
  return parsed && parsed->path == "/robots.txt";
}

// The number behind "HTTP/1.1 ".
int status_of(std::string_view answer) {
  const std::size_t space = answer.find(' ');
  int status = 0;
  if (space != std::string_view::npos)
    std::from_chars(answer.data() + space + 1, answer.data() + answer.size(), status);
  return status;
}

}  // namespace

Status check_page_type(std::string_view content_type) {
  constexpr std::size_t kMostQuotedChars = 60;
  const std::string type = media_type(content_type);
  if (std::find(std::begin(kPageTypes), std::end(kPageTypes), type) != std::end(kPageTypes)) return Done{};
  return Error{ErrorKind::kNotHtml, "not HTML: " + type.substr(0, kMostQuotedChars)};
}

Result<Page> open_http_answer(Record& record, std::size_t max_bytes) {
  std::string bytes = std::exchange(record.bytes, std::string());
  Page page{"", record.url, record.content_type, record.date};
  if (!bytes.starts_with("HTTP/")) {  // its head was not kept
    page.content_type.clear();
    page.bytes = std::move(bytes);
    return page;
  }
  std::size_t head_bytes = bytes.size();
  const std::size_t body_begin = std::min(find_head_end(bytes, head_bytes), bytes.size());
  const std::string_view head = std::string_view(bytes).substr(0, head_bytes);
  const std::vector<HeaderLine> lines =
      read_header_lines(head.substr(std::min(head.find('\n'), head.size())));
  const int status = status_of(head);
  const bool is_redirect = status >= 300 && status <= 399;
  const bool is_of_robots = is_robots_file(record.url);
  record.is_beside_pages = is_redirect || is_of_robots;
  if (status < 200 || status > 299) return Error{ErrorKind::kFetch, "HTTP status " + std::to_string(status)};
  if (is_of_robots) return Error{ErrorKind::kNotHtml, "robots.txt, which is for programs"};
  page.content_type = header_value(lines, "content-type");
  if (const Status type = check_page_type(page.content_type); !type.ok()) return type.error();

  page.bytes = bytes.substr(body_begin);
  if (text::lower_ascii(header_value(lines, "transfer-encoding")).find("chunked") != std::string::npos) {
    if (auto joined = join_chunks(page.bytes)) {
      if (!joined->is_whole && !record.is_clipped)
        return damaged("the chunks of the page end before it is complete");
      page.bytes = std::move(joined->body);
    }
  }
  const std::string codings = joined_values(lines, "content-encoding");
  if (const Status undone = undo_codings(page.bytes, codings, record.is_clipped, max_bytes); !undone.ok())
    return undone.error();
  if (page.bytes.size() > max_bytes)
    return Error{ErrorKind::kTooLarge,
                 "the page is larger than " + size_in_words(max_bytes) + " (--max-bytes)"};
  return page;
}

}  // namespace clean_article::records
