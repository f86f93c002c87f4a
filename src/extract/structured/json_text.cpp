#include "extract/structured/json_text.hpp"

#include <charconv>

#include "text/text.hpp"

namespace clean_article::extract {

namespace {

// So many hexadecimal digits at `at`, or -1.
int hex(std::string_view raw, std::size_t at, std::size_t digits) {
  if (at + digits > raw.size()) return -1;
  int value = -1;
  const char* const end = raw.data() + at + digits;
  const auto parsed = std::from_chars(raw.data() + at, end, value, 16);
  return parsed.ec == std::errc() && parsed.ptr == end ? value : -1;
}

int hex4(std::string_view raw, std::size_t at) {
  return hex(raw, at, 4);
}

constexpr bool is_high_surrogate(int unit) {
  return unit >= 0xD800 && unit < 0xDC00;
}
constexpr bool is_low_surrogate(int unit) {
  return unit >= 0xDC00 && unit < 0xE000;
}

}  // namespace

std::string decode_json_string(std::string_view raw) {
  std::string out;
  out.reserve(raw.size());
  for (std::size_t at = 0; at < raw.size(); ++at) {
    if (raw[at] != '\\' || at + 1 >= raw.size()) {
      out += raw[at];
      continue;
    }
    switch (raw[++at]) {
      case 'n':
        out += '\n';
        break;
      case 't':
        out += '\t';
        break;
      case 'r':
      case 'b':
      case 'f':
        break;
      case 'u': {
        const int unit = hex4(raw, at + 1);
        if (unit < 0) break;
        at += 4;
        const bool paired =
            is_high_surrogate(unit) && raw.substr(at + 1, 2) == "\\u" && is_low_surrogate(hex4(raw, at + 3));
        if (paired) {
          const int low = hex4(raw, at + 3);
          text::append_utf8(static_cast<char32_t>(0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00)), out);
          at += 6;
        } else if (!is_high_surrogate(unit) && !is_low_surrogate(unit)) {
          text::append_utf8(static_cast<char32_t>(unit), out);
        }
        break;
      }
      case 'x': {  // of JavaScript, not of JSON
        const int character = hex(raw, at + 1, 2);
        if (character < 0) break;
        at += 2;
        text::append_utf8(static_cast<char32_t>(character), out);
        break;
      }
      default:
        out += raw[at];
    }
  }
  return out;
}

}  // namespace clean_article::extract
