// What the declarations of a style say about whether a reader sees what they style. Owns the properties that
// can hide; knows nothing of elements and selectors.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "extract/blocks/concealment.hpp"
#include "extract/blocks/style_values.hpp"

namespace clean_article::extract {

class StyleFacts {
 public:
  // Adds what declarations say, as they stand between braces or in a style attribute; later ones win.
  void add(std::string_view declarations);
  // Adds what another style says that goes before this one.
  void add(const StyleFacts& stronger);

  // How it hides; kNone where it does not, or where more than the element itself would have to be known.
  Concealment concealment() const;

  // Whether it says anything that may hide, and whether it says anything that shows what was hidden.
  bool says_anything() const;
  bool shows() const;
  bool displays() const { return shows_by(kDisplay); }

  // kNoColour where none is said or it cannot be read.
  std::uint32_t colour() const { return colour_; }
  std::uint32_t background() const { return background_; }
  bool has_background() const { return has_background_; }

 private:
  enum Property : std::uint8_t {
    kDisplay,
    kVisibility,
    kOpacity,
    kFontSize,
    kPosition,  // hides: taken out of the flow, so that a distance or a clip counts
    kDistance,
    kIndent,
    kClip,
    kClipPath,
    kWidth,
    kHeight,
    kMostHeight,
    kOverflow,
    kTransform,
    kTransparentInk,
    kPropertyCount,
  };
  enum State : std::uint8_t { kUnsaid, kShows, kHides, kImportant = 4 };

  void read(std::string_view name, std::string_view value);
  void set(Property property, bool hides, bool important);
  bool hides(Property property) const { return (states_[property] & ~kImportant) == kHides; }
  bool shows_by(Property property) const { return (states_[property] & ~kImportant) == kShows; }

  std::array<std::uint8_t, kPropertyCount> states_{};
  bool moves_ = false;           // it is animated or moved: a script or the style itself brings it in
  bool has_background_ = false;  // of whatever kind
  bool ink_is_background_ = false;
  std::uint32_t colour_ = kNoColour;
  std::uint32_t background_ = kNoColour;
};

}  // namespace clean_article::extract
