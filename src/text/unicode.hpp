// Code points of UTF-8 text: walking them and the few classes the extractor asks for.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace clean_article::text {

// The white space of HTML: TAB, LF, FF, CR and SPACE.
constexpr bool is_html_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

// Decodes the code point at `pos` of valid UTF-8 and moves `pos` behind it.
inline char32_t next_code_point(std::string_view utf8, std::size_t& pos) {
  const auto byte = [&](std::size_t i) { return i < utf8.size() ? static_cast<unsigned char>(utf8[i]) : 0u; };
  const unsigned lead = byte(pos);
  if (lead < 0x80) return pos += 1, static_cast<char32_t>(lead);
  if (lead < 0xE0) return pos += 2, static_cast<char32_t>((lead & 0x1F) << 6 | (byte(pos - 1) & 0x3F));
  if (lead < 0xF0) {
    pos += 3;
    return static_cast<char32_t>((lead & 0x0F) << 12 | (byte(pos - 2) & 0x3F) << 6 | (byte(pos - 1) & 0x3F));
  }
  pos += 4;
  return static_cast<char32_t>((lead & 0x07) << 18 | (byte(pos - 3) & 0x3F) << 12 |
                               (byte(pos - 2) & 0x3F) << 6 | (byte(pos - 1) & 0x3F));
}

// Whether a byte of UTF-8 goes on with a character that began before it.
constexpr bool is_continuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

std::size_t count_code_points(std::string_view utf8);

// The first bytes of a text, `most_bytes` at most, with no character cut in two.
std::string_view cut_to_bytes(std::string_view utf8, std::size_t most_bytes);

// The characters at the ends of a text, a space where it has none: what an edge is to its neighbour.
char32_t first_code_point(std::string_view utf8);
char32_t last_code_point(std::string_view utf8);

// The text without its last character; "" stays "".
std::string_view without_last(std::string_view utf8);

void append_utf8(char32_t code_point, std::string& out);

bool is_letter(char32_t c);
bool is_upper(char32_t c);
bool is_digit(char32_t c);      // decimal digits of any script
bool is_cjk(char32_t c);        // ideographs, kana, hangul, bopomofo: a word may have a single character
bool is_space(char32_t c);      // white space of Unicode, no-break spaces and zero-width ones included
bool is_word(char32_t c);       // letters, numbers, underscore: exactly what Python's \w means
char32_t to_lower(char32_t c);  // one code point to one code point
std::string to_lower(std::string_view utf8);

// The text with each run of white space as one space, without any at its ends; `is_white` tells of a byte
// whether it is such.
template <typename IsWhite>
std::string fold_space(std::string_view utf8, const IsWhite& is_white) {
  std::string out;
  out.reserve(utf8.size());
  bool pending = false;
  for (const char c : utf8) {
    if (is_white(c)) {
      pending = !out.empty();
      continue;
    }
    if (pending) out += ' ';
    pending = false;
    out += c;
  }
  return out;
}
std::string fold_html_space(std::string_view utf8);

// Without white space of HTML at both ends.
constexpr std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_html_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_html_space(text.back())) text.remove_suffix(1);
  return text;
}

// ASCII only, for names of HTML.
constexpr char ascii_lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}
std::string lower_ascii(std::string_view text);
bool same_ignoring_ascii_case(const char* a, const char* b, std::size_t bytes);
// Most texts that are compared differ in length or in their first letter.
inline bool equal_ignoring_ascii_case(std::string_view a, std::string_view b) {
  if (a.size() != b.size() || a.empty()) return a.size() == b.size();
  return ascii_lower(a[0]) == ascii_lower(b[0]) && same_ignoring_ascii_case(a.data(), b.data(), a.size());
}

}  // namespace clean_article::text
