#include "fetch/response.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "text/text.hpp"

namespace clean_article::fetch {
namespace {

// How much of an untyped body decides whether it is text; the WHATWG MIME sniffing standard reads 1,445.
constexpr std::size_t kSniffedBytes = 1445;

// What this program reads.
constexpr std::string_view kPageTypes[] = {"text/html", "application/xhtml+xml", "text/plain",
                                           "application/xml", "text/xml"};
// What servers say when they do not know.
constexpr std::string_view kUntyped[] = {"", "unknown/unknown", "application/unknown", "*/*"};
// What they say of files that they know nothing of but that they are files.
constexpr std::string_view kAnyFile[] = {"application/octet-stream", "binary/octet-stream",
                                         "application/x-download", "application/force-download"};

// What a body's compression may add to it: nothing that compresses badly needs so much.
constexpr std::size_t kMostCodingBytes = std::size_t{1} << 20;

constexpr std::size_t kMaxQuotedChars = 60;  // of a server's words in a message

template <std::size_t kCount>
bool is_one_of(std::string_view word, const std::string_view (&words)[kCount]) {
  return std::any_of(std::begin(words), std::end(words),
                     [&](std::string_view w) { return text::equal_ignoring_ascii_case(word, w); });
}

// "text/html" of "text/html; charset=utf-8".
std::string_view media_type(std::string_view content_type) {
  return text::trimmed(content_type.substr(0, content_type.find(';')));
}

// A server's words made fit for a message and a terminal.
std::string quoted(std::string_view words) {
  std::string out(words.substr(0, kMaxQuotedChars));
  std::replace_if(
      out.begin(), out.end(), [](char c) { return c <= ' ' || c > '~'; }, '?');
  return out;
}

// The bytes that no text holds, by the MIME sniffing standard. UTF-16 has NULs and shows its mark.
bool is_binary(std::string_view bytes) {
  if (bytes.starts_with("\xFE\xFF") || bytes.starts_with("\xFF\xFE")) return false;
  return std::any_of(bytes.begin(), bytes.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte <= 0x08 || byte == 0x0B || (byte >= 0x0E && byte <= 0x1A) || (byte >= 0x1C && byte <= 0x1F);
  });
}

bool is_redirect(int status) {
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

}  // namespace

bool Response::refuse(ErrorKind kind, std::string message) {
  refusal_ = Error{kind, std::move(message)};
  return false;
}

// An answer may come after others: "100 Continue", or a proxy's own.
void Response::start(std::string_view status_line) {
  status_ = 0;
  content_length_.clear();
  content_encoding_.clear();
  content_type_.clear();
  location_.clear();
  retry_after_.clear();
  date_.clear();
  answer_.head.clear();
  const std::size_t space = status_line.find(' ');
  if (space == std::string_view::npos) return;
  const std::string_view code = status_line.substr(space + 1, 3);
  std::from_chars(code.data(), code.data() + code.size(), status_);
}

bool Response::on_header_line(std::string_view line) {
  header_bytes_ += line.size();
  if (header_bytes_ > kMostHeaderBytes) {
    return refuse(ErrorKind::kFetch, "headers larger than " + size_in_words(kMostHeaderBytes));
  }
  if (in_body_) return true;  // a trailer of a chunked body
  if (line.starts_with("HTTP/")) start(line);
  if (rules_.keeps_answer) answer_.head += line;
  if (line.starts_with("HTTP/")) return true;
  if (text::trimmed(line).empty()) return judge_headers();
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos) return true;
  const std::string_view name = line.substr(0, colon);
  const std::string_view value = text::trimmed(line.substr(colon + 1));
  // Of a header sent twice the first counts, except for the type, where browsers take the last.
  if (text::equal_ignoring_ascii_case(name, "content-type")) {
    content_type_ = value;
  } else if (text::equal_ignoring_ascii_case(name, "location") && location_.empty()) {
    location_ = value;
  } else if (text::equal_ignoring_ascii_case(name, "content-length") && content_length_.empty()) {
    content_length_ = value;
  } else if (text::equal_ignoring_ascii_case(name, "content-encoding")) {
    content_encoding_.append(content_encoding_.empty() ? "" : ",").append(value);
  } else if (text::equal_ignoring_ascii_case(name, "retry-after") && retry_after_.empty()) {
    retry_after_ = value;
  } else if (text::equal_ignoring_ascii_case(name, "date") && date_.empty()) {
    date_ = value;
  }
  return true;
}

bool Response::judge_headers() {
  if (status_ >= 100 && status_ < 200) return true;  // the true answer is still to come
  in_body_ = true;
  if (is_redirect(status_) && !location_.empty()) {
    redirect_ = location_;
    return false;
  }
  if (status_ < 200 || status_ >= 300) return refuse(ErrorKind::kFetch, status_in_words(status_));

  if (rules_.takes_any_type) return start_body();
  const std::string_view type = media_type(content_type_);
  untyped_ = is_one_of(type, kUntyped)   ? Untyped::kMustBeText
             : is_one_of(type, kAnyFile) ? Untyped::kMustBeHtml
                                         : Untyped::kNo;
  if (untyped_ == Untyped::kNo && !is_one_of(type, kPageTypes)) {
    return refuse(ErrorKind::kNotHtml, "not HTML: " + quoted(type));
  }
  std::size_t length = 0;
  std::from_chars(content_length_.data(), content_length_.data() + content_length_.size(), length);
  if (length > rules_.max_body_bytes) {
    return refuse(ErrorKind::kTooLarge, "larger than " + size_in_words(rules_.max_body_bytes));
  }
  return start_body();
}

bool Response::start_body() {
  Result<codings::ContentDecoder> decoder = codings::ContentDecoder::create(content_encoding_);
  if (!decoder.ok()) return refuse(decoder.error().kind, decoder.error().message);
  if (!decoder->is_identity()) decoder_ = std::move(*decoder);
  return true;
}

bool Response::judge_untyped_body() {
  const std::string_view first = std::string_view(body_).substr(0, kSniffedBytes);
  const bool must_be_html = std::exchange(untyped_, Untyped::kNo) == Untyped::kMustBeHtml;
  const std::string_view kind = text::foreign_kind(body_);
  if (!kind.empty()) return refuse(ErrorKind::kNotHtml, "not HTML: " + std::string(kind));
  if (must_be_html && !text::looks_like_html(first))
    return refuse(ErrorKind::kNotHtml, "not HTML: " + quoted(media_type(content_type_)));
  if (must_be_html || !is_binary(first)) return true;
  return refuse(ErrorKind::kNotHtml, "not HTML: no content type, and the bytes are no text");
}

bool Response::on_body(std::string_view bytes) {
  // Some codings have pieces that stand for nothing, of which there might be any number.
  sent_bytes_ += bytes.size();
  if (sent_bytes_ > rules_.max_body_bytes + kMostCodingBytes) return take_no_more();
  if (rules_.keeps_answer) answer_.body += bytes;
  if (!decoder_) return take(bytes);
  const codings::Decoding decoding =
      decoder_->feed(bytes, [this](std::string_view decoded) { return take(decoded); });
  if (decoding == codings::Decoding::kDamaged)
    return refuse(ErrorKind::kFetch, "the page's compression is damaged or unknown");
  return decoding == codings::Decoding::kGoesOn;
}

bool Response::take_no_more() {
  if (!rules_.takes_any_type)
    return refuse(ErrorKind::kTooLarge, "larger than " + size_in_words(rules_.max_body_bytes));
  is_clipped_ = true;
  return false;
}

bool Response::take(std::string_view bytes) {
  if (const std::size_t room = rules_.max_body_bytes - body_.size(); bytes.size() > room) {
    if (rules_.takes_any_type) body_ += bytes.substr(0, room);
    return take_no_more();
  }
  body_ += bytes;
  return untyped_ == Untyped::kNo || body_.size() < kSniffedBytes || judge_untyped_body();
}

void Response::on_end() {
  if (refusal_) return;
  if (decoder_ && !decoder_->is_complete()) {
    refuse(ErrorKind::kFetch, "the page's compressed body ends before the page is complete");
    return;
  }
  answer_.is_whole = true;
  if (untyped_ != Untyped::kNo) judge_untyped_body();
}

std::string status_in_words(int status) {
  struct Row {
    int status;
    std::string_view words;
  };
  constexpr Row kRows[] = {
      {300, "Multiple Choices"},
      {301, "Moved Permanently"},
      {302, "Found"},
      {303, "See Other"},
      {304, "Not Modified"},
      {307, "Temporary Redirect"},
      {308, "Permanent Redirect"},
      {400, "Bad Request"},
      {401, "Unauthorized"},
      {402, "Payment Required"},
      {403, "Forbidden"},
      {404, "Not Found"},
      {405, "Method Not Allowed"},
      {406, "Not Acceptable"},
      {407, "Proxy Authentication Required"},
      {408, "Request Timeout"},
      {409, "Conflict"},
      {410, "Gone"},
      {414, "URI Too Long"},
      {418, "I'm a Teapot"},
      {421, "Misdirected Request"},
      {423, "Locked"},
      {425, "Too Early"},
      {426, "Upgrade Required"},
      {428, "Precondition Required"},
      {429, "Too Many Requests"},
      {431, "Request Header Fields Too Large"},
      {451, "Unavailable For Legal Reasons"},
      {500, "Internal Server Error"},
      {501, "Not Implemented"},
      {502, "Bad Gateway"},
      {503, "Service Unavailable"},
      {504, "Gateway Timeout"},
      {505, "HTTP Version Not Supported"},
      {507, "Insufficient Storage"},
      {508, "Loop Detected"},
      {511, "Network Authentication Required"},
  };
  for (const Row& row : kRows) {
    if (row.status == status) return std::to_string(status) + ' ' + std::string(row.words);
  }
  return "HTTP status " + std::to_string(status);
}

}  // namespace clean_article::fetch
