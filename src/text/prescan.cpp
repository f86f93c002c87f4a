#include "text/prescan.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "text/unicode.hpp"

namespace clean_article::text {
namespace {

constexpr bool is_ascii_letter(char c) {
  return ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z';
}

bool starts_with_ignoring_case(std::string_view text, std::string_view prefix) {
  return text.size() >= prefix.size() && equal_ignoring_ascii_case(text.substr(0, prefix.size()), prefix);
}

std::size_t find_ignoring_case(std::string_view text, std::string_view word) {
  for (std::size_t i = 0; i + word.size() <= text.size(); ++i) {
    if (starts_with_ignoring_case(text.substr(i), word)) return i;
  }
  return std::string_view::npos;
}

// Reads bytes from the left; everything past the end is NUL, which no rule below waits for.
class Cursor {
 public:
  explicit Cursor(std::string_view bytes) : bytes_(bytes) {}

  bool at_end() const { return at_ >= bytes_.size(); }
  char peek(std::size_t ahead = 0) const { return at_ + ahead < bytes_.size() ? bytes_[at_ + ahead] : '\0'; }
  std::string_view rest() const { return bytes_.substr(at_); }
  void skip(std::size_t count) { at_ = count < bytes_.size() - at_ ? at_ + count : bytes_.size(); }
  void skip_past(std::string_view mark) {
    const std::size_t found = bytes_.find(mark, at_);
    at_ = found == std::string_view::npos ? bytes_.size() : found + mark.size();
  }
  void skip_spaces() {
    while (!at_end() && is_html_space(peek())) ++at_;
  }

 private:
  std::string_view bytes_;
  std::size_t at_ = 0;
};

struct Attribute {
  std::string name;
  std::string value;  // both in lower case, as the standard builds them
};

std::string quoted_value(Cursor& cursor) {
  const char quote = cursor.peek();
  cursor.skip(1);
  std::string value;
  for (; !cursor.at_end() && cursor.peek() != quote; cursor.skip(1)) value += ascii_lower(cursor.peek());
  cursor.skip(1);
  return value;
}

std::string bare_value(Cursor& cursor) {
  std::string value;
  for (; !cursor.at_end() && !is_html_space(cursor.peek()) && cursor.peek() != '>'; cursor.skip(1)) {
    value += ascii_lower(cursor.peek());
  }
  return value;
}

// "Get an attribute" of the standard; nothing at the end of the tag or of the bytes.
std::optional<Attribute> next_attribute(Cursor& cursor) {
  while (!cursor.at_end() && (is_html_space(cursor.peek()) || cursor.peek() == '/')) cursor.skip(1);
  if (cursor.at_end() || cursor.peek() == '>') return std::nullopt;
  Attribute attribute;
  for (;; cursor.skip(1)) {
    if (cursor.at_end()) return std::nullopt;  // a tag cut off says nothing
    const char c = cursor.peek();
    if (c == '=' && !attribute.name.empty()) break;
    if (is_html_space(c)) {
      cursor.skip_spaces();
      if (cursor.peek() != '=') return attribute;
      break;
    }
    if (c == '/' || c == '>') return attribute;
    attribute.name += ascii_lower(c);
  }
  cursor.skip(1);  // the '='
  cursor.skip_spaces();
  const char c = cursor.peek();
  attribute.value = c == '"' || c == '\'' ? quoted_value(cursor) : bare_value(cursor);
  if (cursor.at_end()) return std::nullopt;
  return attribute;
}

enum class UnmatchedQuote { kFails, kIsSkipped };

// The standard's "extracting a character encoding from a meta element": the word behind "charset=".
std::string_view charset_in(std::string_view content, UnmatchedQuote unmatched) {
  for (;;) {
    const std::size_t found = find_ignoring_case(content, "charset");
    if (found == std::string_view::npos) return {};
    content.remove_prefix(found + std::string_view("charset").size());
    Cursor cursor(content);
    cursor.skip_spaces();
    if (cursor.peek() != '=') continue;
    cursor.skip(1);
    cursor.skip_spaces();
    std::string_view label = cursor.rest();
    if (cursor.peek() == '"' || cursor.peek() == '\'') {
      const std::size_t end = label.find(cursor.peek(), 1);
      if (end != std::string_view::npos) return label.substr(1, end - 1);
      if (unmatched == UnmatchedQuote::kFails) return {};
      label.remove_prefix(1);
    }
    return label.substr(0, label.find_first_of("; \t\n\f\r"));
  }
}

const Encoding* readable_as_ascii(const Encoding* encoding) {
  if (encoding == nullptr) return nullptr;
  if (encoding->family == EncodingFamily::kUtf16) return find_encoding("utf-8");
  if (encoding->name == "x-user-defined") return find_encoding("windows-1252");
  return encoding;
}

// `cursor` stands behind "<meta".
const Encoding* encoding_of_meta(Cursor& cursor) {
  bool has_http_equiv = false;
  bool has_content = false;
  bool has_charset = false;
  bool declares_type = false;  // http-equiv="content-type", which a charset in content= needs
  std::string charset;
  bool from_content = false;
  while (const std::optional<Attribute> attribute = next_attribute(cursor)) {
    if (attribute->name == "http-equiv" && !has_http_equiv) {
      has_http_equiv = true;
      declares_type = attribute->value == "content-type";
    } else if (attribute->name == "content" && !has_content) {
      has_content = true;
      const std::string_view label = charset_in(attribute->value, UnmatchedQuote::kFails);
      if (charset.empty() && find_encoding(label) != nullptr) {
        charset = label;
        from_content = true;
      }
    } else if (attribute->name == "charset" && !has_charset) {
      has_charset = true;
      charset = attribute->value;
      from_content = false;
    }
  }
  if (from_content && !declares_type) return nullptr;
  return readable_as_ascii(find_encoding(charset));
}

const Encoding* encoding_of_xml_declaration(std::string_view bytes) {
  if (!bytes.starts_with("<?xml")) return nullptr;
  const std::string_view declaration = bytes.substr(0, bytes.find('>'));
  const std::size_t found = declaration.find("encoding");
  if (found == std::string_view::npos) return nullptr;
  Cursor cursor(declaration.substr(found + std::string_view("encoding").size()));
  cursor.skip_spaces();
  if (cursor.peek() != '=') return nullptr;
  cursor.skip(1);
  cursor.skip_spaces();
  if (cursor.peek() != '"' && cursor.peek() != '\'') return nullptr;
  const std::string_view quoted = cursor.rest();
  const std::size_t end = quoted.find(cursor.peek(), 1);
  if (end == std::string_view::npos) return nullptr;
  return readable_as_ascii(find_encoding(quoted.substr(1, end - 1)));
}

}  // namespace

const Encoding* prescan(std::string_view bytes) {
  Cursor cursor(bytes);
  while (!cursor.at_end()) {
    cursor.skip(std::min(cursor.rest().find('<'), cursor.rest().size()));
    const std::string_view rest = cursor.rest();
    if (rest.starts_with("<!--")) {
      cursor.skip(2);  // "<!-->" is a whole comment: its end may use the dashes of its start
      cursor.skip_past("-->");
    } else if (starts_with_ignoring_case(rest, "<meta") &&
               (is_html_space(cursor.peek(5)) || cursor.peek(5) == '/')) {
      cursor.skip(5);
      if (const Encoding* encoding = encoding_of_meta(cursor)) return encoding;
    } else if (is_ascii_letter(cursor.peek(1)) ||
               (cursor.peek(1) == '/' && is_ascii_letter(cursor.peek(2)))) {
      while (!cursor.at_end() && !is_html_space(cursor.peek()) && cursor.peek() != '>') cursor.skip(1);
      while (next_attribute(cursor)) {
      }
    } else if (rest.starts_with("<!") || rest.starts_with("</") || rest.starts_with("<?")) {
      cursor.skip_past(">");
    } else {
      cursor.skip(1);
    }
  }
  return encoding_of_xml_declaration(bytes);
}

const Encoding* encoding_of_content_type(std::string_view value) {
  // A Content-Type is no place to be strict: "charset="utf-8" without its last quote is meant as it looks.
  return find_encoding(charset_in(value, UnmatchedQuote::kIsSkipped));
}

}  // namespace clean_article::text
