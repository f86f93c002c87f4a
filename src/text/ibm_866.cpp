#include "text/ibm_866.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace clean_article::text {
namespace {

// The letters о е а и н т are half of all letters in Russian and Bulgarian text, and four in ten in
// Ukrainian.
constexpr auto kFrequent = std::to_array<unsigned char>({0xAE, 0xA5, 0xA0, 0xA8, 0xAD, 0xE2});

// A line or two: with fewer there is no telling. Lines of frames and signs may stand between the letters.
constexpr std::size_t kFewestLetters = 40;
constexpr std::size_t kLeastLettersPercent = 90;   // of all bytes beyond ASCII
constexpr std::size_t kLeastSmallPercent = 60;     // of the letters; headlines may be capitals
constexpr std::size_t kLeastFrequentPercent = 35;  // of the small letters

constexpr bool is_capital(unsigned char byte) {
  return (byte >= 0x80 && byte <= 0x9F) || byte == 0xF0;
}

constexpr bool is_small(unsigned char byte) {
  return (byte >= 0xA0 && byte <= 0xAF) || (byte >= 0xE0 && byte <= 0xEF) || byte == 0xF1;
}

}  // namespace

// The other encodings of Cyrillic have their small letters in 0xC0 to 0xDF or from 0xF0 on, those of Chinese,
// Japanese and Korean many bytes between 0xB0 and 0xDF: all of that is no letter here.
bool reads_as_ibm866(std::string_view bytes) {
  std::size_t beyond_ascii = 0;
  std::size_t capitals = 0;
  std::size_t small = 0;
  std::size_t frequent = 0;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80) continue;
    ++beyond_ascii;
    if (is_capital(byte)) ++capitals;
    if (!is_small(byte)) continue;
    ++small;
    if (std::find(kFrequent.begin(), kFrequent.end(), byte) != kFrequent.end()) ++frequent;
  }
  const std::size_t letters = capitals + small;
  return letters >= kFewestLetters && letters * 100 >= beyond_ascii * kLeastLettersPercent &&
         small * 100 >= letters * kLeastSmallPercent && frequent * 100 >= small * kLeastFrequentPercent;
}

}  // namespace clean_article::text
