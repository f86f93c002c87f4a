// Reading the values of CSS that can make text vanish: lengths, clips, colours. Knows no property.
#pragma once

#include <cstdint>
#include <string_view>

#include "text/text.hpp"

namespace clean_article::extract {

// "0", "0.0", "0px".
bool is_no_length(std::string_view value);

// A length of a pixel at most.
bool is_tiny_length(std::string_view value);

// A distance so far to the left or above that no screen shows what stands there.
bool is_far_off(std::string_view value);

// Of `clip` and of `clip-path`: whether it leaves nothing.
bool clip_leaves_nothing(std::string_view value);
bool clip_path_leaves_nothing(std::string_view value);

inline constexpr std::uint32_t kNoColour = 0xFFFF'FFFF;
inline constexpr std::uint32_t kWhite = 0xFF'FFFF;

// 0xRRGGBB of "#fff", "#ffffff", "rgb(255, 255, 255)", "white"; another number for each other name of a
// colour, the same one each time. kNoColour where it is none, or one that is seen through.
std::uint32_t colour_of(std::string_view value);

// Without white space at its ends.
inline std::string_view trimmed_css(std::string_view css) {
  return text::trimmed(css);
}

}  // namespace clean_article::extract
