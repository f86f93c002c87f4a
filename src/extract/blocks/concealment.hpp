// The ways in which an element is kept from a reader's eyes, and their names for people. Knows no element.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace clean_article::extract {

enum class Concealment : std::uint8_t {
  kNone,
  kHiddenAttribute,
  kNotDisplayed,
  kInvisible,
  kTransparent,
  kNoSize,
  kNoFont,
  kOffScreen,
  kClipped,
  kSameColour,
  kForScreenReaders,
  kIcon,
  kPopUp,
  kTagCharacters,
  kCount,
};
inline constexpr std::size_t kConcealments = static_cast<std::size_t>(Concealment::kCount);

// In words, for people: "display:none". Static text, "" for kNone.
std::string_view concealment_name(Concealment way);

// Whether a click or a script often shows what was hidden in this way: such a way alone says little of a
// large part of a page.
bool is_often_undone(Concealment way);

}  // namespace clean_article::extract
