// The characters of windows-1252, for what meddles with pages that were read as it.
#pragma once

#include <array>

namespace clean_article::text {

// What windows-1252 has for the bytes 0x80 to 0x9F; 0 where it has the control character that Latin 1 has,
// too.
inline constexpr std::array<char16_t, 32> kWindows1252 = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

// The character of a byte, 0 where it is none that text has.
constexpr char32_t windows_1252_character(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 && byte < 0xA0 ? char32_t{kWindows1252[byte - 0x80U]} : char32_t{byte};
}

}  // namespace clean_article::text
