#include "records/mail_page.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include "records/base64.hpp"
#include "records/header_lines.hpp"
#include "text/text.hpp"

namespace clean_article::records {
namespace {

// Parts within parts: mails that people write have four.
constexpr int kMostLevels = kMostMailLevels;

struct Part {
  std::vector<HeaderLine> head;
  std::string_view body;
};

Part read_part(std::string_view bytes) {
  // A part without a head begins with the empty line.
  if (bytes.starts_with("\r\n")) return {{}, bytes.substr(2)};
  if (bytes.starts_with('\n')) return {{}, bytes.substr(1)};
  std::size_t head_bytes = bytes.size();
  const std::size_t body = std::min(find_head_end(bytes, head_bytes), bytes.size());
  return {read_header_lines(bytes.substr(0, head_bytes)), bytes.substr(body)};
}

// What stands between the lines that begin with "--" and the boundary; the last part may lack its end.
std::vector<std::string_view> parts_of(std::string_view body, const std::string& boundary) {
  std::vector<std::string_view> parts;
  const std::string mark = "--" + boundary;
  std::optional<std::size_t> begin;
  for (std::size_t at = body.find(mark); at != std::string_view::npos; at = body.find(mark, at + 1)) {
    if (at > 0 && body[at - 1] != '\n') continue;
    if (begin) parts.push_back(body.substr(*begin, at - *begin));
    begin.reset();
    if (body.substr(at + mark.size()).starts_with("--")) break;
    const std::size_t line_end = body.find('\n', at);
    if (line_end == std::string_view::npos) break;
    begin = line_end + 1;
  }
  if (begin) parts.push_back(body.substr(*begin));
  return parts;
}

int hexadecimal(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char lower = text::ascii_lower(c);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// Quoted-printable; what is none of it stays.
std::string undo_quoted(std::string_view body) {
  std::string out;
  out.reserve(body.size());
  while (!body.empty()) {
    const std::size_t plain = std::min(body.find('='), body.size());
    out.append(body.substr(0, plain));
    body.remove_prefix(plain);
    if (body.empty()) break;
    const std::string_view line = body.substr(1, std::min(body.find('\n'), body.size()) - 1);
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) {  // the line goes on
      body.remove_prefix(std::min(line.size() + 2, body.size()));
    } else if (line.size() >= 2 && hexadecimal(line[0]) >= 0 && hexadecimal(line[1]) >= 0) {
      out += static_cast<char>(hexadecimal(line[0]) << 4 | hexadecimal(line[1]));
      body.remove_prefix(3);
    } else {
      out += '=';
      body.remove_prefix(1);
    }
  }
  return out;
}

Result<std::string> undo_transfer(std::string_view body, std::string_view encoding) {
  const std::string name = text::lower_ascii(encoding);
  if (name == "quoted-printable") return undo_quoted(body);
  if (name != "base64") return std::string(body);
  auto decoded = decode_base64(body);
  if (!decoded) return Error{ErrorKind::kInput, "its part of HTML is no base64"};
  return std::move(*decoded);
}

// The first part of that type, at whatever level.
std::optional<Part> find_part(const Part& part, std::string_view wanted, int level) {
  const std::string_view content_type = header_value(part.head, "content-type");
  const std::string type = media_type(content_type);
  if (type == wanted || (type.empty() && wanted == "text/plain")) return part;
  if (level == kMostLevels) return std::nullopt;
  if (type == "message/rfc822") return find_part(read_part(part.body), wanted, level + 1);
  const std::string boundary = header_parameter(content_type, "boundary");
  if (!type.starts_with("multipart/") || boundary.empty()) return std::nullopt;
  for (const std::string_view inner : parts_of(part.body, boundary))
    if (auto found = find_part(read_part(inner), wanted, level + 1)) return found;
  return std::nullopt;
}

}  // namespace

bool is_mail(std::string_view bytes) {
  const std::string_view kind = text::page_container(bytes);
  return kind == "an e-mail" || kind == "an MHTML file";
}

Result<Page> open_mail(std::string_view bytes) {
  if (bytes.starts_with("From ")) bytes.remove_prefix(std::min(bytes.find('\n'), bytes.size() - 1) + 1);
  const Part mail = read_part(bytes);
  std::optional<Part> part = find_part(mail, "text/html", 0);
  if (!part) part = find_part(mail, "application/xhtml+xml", 0);
  if (!part) part = find_part(mail, "text/plain", 0);
  if (!part) return Error{ErrorKind::kNotHtml, "a mail without a part of HTML or text"};
  auto undone = undo_transfer(part->body, header_value(part->head, "content-transfer-encoding"));
  if (!undone.ok()) return undone.error();
  std::string url(header_value(part->head, "content-location"));
  if (!text::looks_like_url(url)) url = header_value(mail.head, "snapshot-content-location");
  return Page{std::move(*undone), std::move(url), std::string(header_value(part->head, "content-type")),
              std::string(header_value(mail.head, "date"))};
}

}  // namespace clean_article::records
