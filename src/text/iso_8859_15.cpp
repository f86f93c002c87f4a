#include "text/iso_8859_15.hpp"

#include <algorithm>
#include <cstddef>

#include "text/unicode.hpp"

namespace clean_article::text {
namespace {

constexpr unsigned char kEuro = 0xA4;       // windows-1252: the currency sign
constexpr unsigned char kSmallS = 0xA8;     // š; a diaeresis
constexpr unsigned char kSmallZ = 0xB8;     // ž; a cedilla
constexpr unsigned char kCapitalOe = 0xBC;  // Œ; a quarter
constexpr unsigned char kSmallOe = 0xBD;    // œ; a half
constexpr unsigned char kNoBreakSpace = 0xA0;

constexpr bool is_letter(unsigned char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
         (byte >= 0xC0 && byte != 0xD7 && byte != 0xF7);
}

constexpr bool is_digit(unsigned char byte) {
  return byte >= '0' && byte <= '9';
}

// Words that begin with it: œuvre, œuf, œil. "½in" and "½cup" are measures.
bool begins_word_of_oe(std::string_view behind) {
  for (const std::string_view next : {"uv", "uf", "il"}) {
    if (behind.size() >= next.size() && equal_ignoring_ascii_case(behind.substr(0, next.size()), next)) {
      return true;
    }
  }
  return false;
}

}  // namespace

bool reads_as_iso_8859_15(std::string_view bytes) {
  const auto at = [&](std::size_t i) {
    return i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : static_cast<unsigned char>(' ');
  };
  std::size_t as_letters = 0;
  std::size_t as_fractions = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const unsigned char byte = at(i);
    if (byte < 0x80) continue;
    if (byte < kNoBreakSpace) return false;  // quotation marks and dashes of windows-1252
    const unsigned char before = i > 0 ? at(i - 1) : static_cast<unsigned char>(' ');
    const unsigned char behind = at(i + 1);
    switch (byte) {
      case kSmallOe:
      case kCapitalOe:
        if ((is_letter(before) && is_letter(behind)) || begins_word_of_oe(bytes.substr(i + 1))) {
          ++as_letters;
        } else if (!is_letter(before)) {
          ++as_fractions;
        }
        break;
      case kSmallS:
      case kSmallZ:
        if (is_letter(before) && is_letter(behind)) ++as_letters;
        break;
      case kEuro: {
        const auto is_space = [](unsigned char c) { return c == ' ' || c == kNoBreakSpace; };
        const unsigned char amount_before = is_space(before) && i > 1 ? at(i - 2) : before;
        const unsigned char amount_behind = is_space(behind) ? at(i + 2) : behind;
        if (is_digit(amount_before) || is_digit(amount_behind)) ++as_letters;
        break;
      }
      default:
        break;
    }
  }
  return as_letters > as_fractions;
}

}  // namespace clean_article::text
