// Character classes: ASCII answered here, because most text is ASCII, the rest by ICU's tables.
#include "text/unicode.hpp"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>

namespace clean_article::text {
namespace {

constexpr char32_t kFirstCjk = 0x1100;  // Hangul Jamo; nothing below is CJK

constexpr bool is_ascii(char32_t c) {
  return c < 0x80;
}
constexpr bool is_ascii_upper(char32_t c) {
  return c >= U'A' && c <= U'Z';
}
constexpr bool is_ascii_letter(char32_t c) {
  return is_ascii_upper(c) || (c >= U'a' && c <= U'z');
}
constexpr bool is_ascii_digit(char32_t c) {
  return c >= U'0' && c <= U'9';
}
UChar32 for_icu(char32_t c) {
  return static_cast<UChar32>(c);
}

// Looks at all bytes, which takes less time than to stop at the first.
bool is_all_ascii(std::string_view utf8) {
  unsigned char all = 0;
  for (const char c : utf8) all |= static_cast<unsigned char>(c);
  return is_ascii(all);
}

}  // namespace

std::size_t count_code_points(std::string_view utf8) {
  return static_cast<std::size_t>(
      std::count_if(utf8.begin(), utf8.end(), [](char byte) { return !is_continuation(byte); }));
}

std::string_view cut_to_bytes(std::string_view utf8, std::size_t most_bytes) {
  if (utf8.size() <= most_bytes) return utf8;
  while (most_bytes > 0 && is_continuation(utf8[most_bytes])) --most_bytes;
  return utf8.substr(0, most_bytes);
}

std::string_view without_last(std::string_view utf8) {
  return utf8.empty() ? utf8 : cut_to_bytes(utf8, utf8.size() - 1);
}

char32_t first_code_point(std::string_view utf8) {
  std::size_t at = 0;
  return utf8.empty() ? U' ' : next_code_point(utf8, at);
}

char32_t last_code_point(std::string_view utf8) {
  return first_code_point(utf8.substr(without_last(utf8).size()));
}

void append_utf8(char32_t code_point, std::string& out) {
  const auto c = static_cast<std::uint32_t>(code_point);
  const auto continuation = [&](unsigned shift) { return static_cast<char>(0x80 | ((c >> shift) & 0x3F)); };
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | c >> 6);
    out += continuation(0);
  } else if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) {
    out += "\xEF\xBF\xBD";  // surrogates and numbers beyond Unicode have no UTF-8
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | c >> 12);
    out += continuation(6);
    out += continuation(0);
  } else {
    out += static_cast<char>(0xF0 | c >> 18);
    out += continuation(12);
    out += continuation(6);
    out += continuation(0);
  }
}

bool is_letter(char32_t c) {
  return is_ascii(c) ? is_ascii_letter(c) : u_isalpha(for_icu(c)) != 0;
}

bool is_upper(char32_t c) {
  return is_ascii(c) ? is_ascii_upper(c) : u_isupper(for_icu(c)) != 0;
}

bool is_digit(char32_t c) {
  return is_ascii(c) ? is_ascii_digit(c) : u_isdigit(for_icu(c)) != 0;
}

bool is_cjk(char32_t c) {
  if (c < kFirstCjk) return false;
  if (c == 0x30FC || c == 0xFF70) return true;  // the long-vowel marks, which kana share: script Common
  UErrorCode error = U_ZERO_ERROR;
  switch (uscript_getScript(for_icu(c), &error)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_HANGUL:
    case USCRIPT_BOPOMOFO:
      return true;
    default:
      return false;
  }
}

bool is_space(char32_t c) {
  if (is_ascii(c)) return c == U' ' || (c >= U'\t' && c <= U'\r');
  // Zero-width space, word joiner, zero-width no-break space, Mongolian vowel separator. Not the joiners
  // U+200C and U+200D, which are part of words and of emoji.
  if (c == 0x200B || c == 0x2060 || c == 0xFEFF || c == 0x180E) return true;
  return u_isUWhiteSpace(for_icu(c)) != 0;
}

bool is_word(char32_t c) {
  if (is_ascii(c)) return is_ascii_letter(c) || is_ascii_digit(c) || c == U'_';
  return (U_GET_GC_MASK(for_icu(c)) & (U_GC_L_MASK | U_GC_N_MASK)) != 0 ||
         u_getNumericValue(for_icu(c)) != U_NO_NUMERIC_VALUE;
}

char32_t to_lower(char32_t c) {
  if (is_ascii(c)) return is_ascii_upper(c) ? c + 32 : c;
  return static_cast<char32_t>(u_tolower(for_icu(c)));
}

std::string to_lower(std::string_view utf8) {
  if (is_all_ascii(utf8)) return lower_ascii(utf8);
  std::string out;
  out.reserve(utf8.size());
  for (std::size_t pos = 0; pos < utf8.size();) {
    const auto lead = static_cast<unsigned char>(utf8[pos]);
    if (is_ascii(lead)) {
      out += ascii_lower(utf8[pos++]);
    } else {
      append_utf8(to_lower(next_code_point(utf8, pos)), out);
    }
  }
  return out;
}

std::string fold_html_space(std::string_view utf8) {
  return fold_space(utf8, is_html_space);
}

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = ascii_lower(c);
  return out;
}

bool same_ignoring_ascii_case(const char* a, const char* b, std::size_t bytes) {
  return std::equal(a, a + bytes, b, [](char x, char y) { return ascii_lower(x) == ascii_lower(y); });
}

}  // namespace clean_article::text
