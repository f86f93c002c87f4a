// Percent-encoding of URLs: which bytes each part of one must not hold, and both ways of writing them. Knows
// nothing of URLs beyond that.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace clean_article::text {

// The sets of the WHATWG URL standard, section 1.3, each within the next but for the two of the query. All of
// them hold the controls and all bytes beyond ASCII.
enum class PercentSet : std::uint8_t { kControls, kFragment, kQuery, kSpecialQuery, kPath, kUserinfo };

// Whether letters beyond ASCII are encoded, as requests want it, or stay as they are, as people read them.
enum class Letters : std::uint8_t { kEncoded, kKept };

void append_percent_encoded(std::string_view bytes, PercentSet set, Letters letters, std::string& out);

// The text with each "%41" as the byte that it stands for; other '%' stay.
std::string percent_decoded(std::string_view text);

// The value of a hexadecimal digit, or -1.
constexpr int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

}  // namespace clean_article::text
