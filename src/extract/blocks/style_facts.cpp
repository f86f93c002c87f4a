#include "extract/blocks/style_facts.hpp"

#include <algorithm>
#include <cstddef>

#include "text/text.hpp"

namespace clean_article::extract {

namespace {

bool is(std::string_view value, std::string_view word) {
  return text::equal_ignoring_ascii_case(value, word);
}

bool begins(std::string_view value, std::string_view word) {
  return is(value.substr(0, word.size()), word);
}

// The properties that are read. Others are most of a style sheet, so they are told by length and first
// letter.
constexpr std::string_view kRead[] = {"display",
                                      "visibility",
                                      "opacity",
                                      "overflow",
                                      "overflow-y",
                                      "font-size",
                                      "position",
                                      "left",
                                      "right",
                                      "top",
                                      "text-indent",
                                      "transform",
                                      "clip",
                                      "clip-path",
                                      "color",
                                      "width",
                                      "height",
                                      "max-height",
                                      "background",
                                      "transition",
                                      "animation",
                                      "background-color",
                                      "background-image",
                                      "background-clip",
                                      "will-change"};

struct LettersByLength {
  std::array<std::uint32_t, 24> first{};  // a bit a letter
  constexpr LettersByLength() {
    for (const std::string_view name : kRead) first[name.size()] |= bit(name.front());
  }
  static constexpr std::uint32_t bit(char c) { return std::uint32_t{1} << (c & 31); }  // either case
  constexpr bool may_be(std::string_view name) const {
    return name.size() < first.size() && (first[name.size()] & bit(name.front())) != 0;
  }
};
constexpr LettersByLength kLetters;

bool is_gone_by(std::string_view transform) {
  const std::size_t open = transform.find('(');
  if (open == std::string_view::npos) return false;
  const std::string_view value = transform.substr(open + 1);
  return begins(transform, "scale(0)") || (begins(transform, "translate") && is_far_off(value));
}

}  // namespace

void StyleFacts::add(std::string_view declarations) {
  while (!declarations.empty()) {
    const std::size_t end = std::min(declarations.find(';'), declarations.size());
    const std::string_view declaration = trimmed_css(declarations.substr(0, end));
    declarations.remove_prefix(std::min(end + 1, declarations.size()));
    const std::size_t colon = declaration.find(':');
    if (colon == std::string_view::npos || colon == 0) continue;
    const std::string_view name = trimmed_css(declaration.substr(0, colon));
    if (kLetters.may_be(name))
      read(name, declaration.substr(colon + 1));
    else if (begins(name, "animation-") || begins(name, "transition-"))
      moves_ = true;
    else if (name == "-webkit-background-clip")
      ink_is_background_ = true;
  }
}

void StyleFacts::set(Property property, bool hides, bool important) {
  std::uint8_t& state = states_[property];
  if ((state & kImportant) != 0 && !important) return;
  state = static_cast<std::uint8_t>((hides ? kHides : kShows) | (important ? kImportant : 0));
}

void StyleFacts::read(std::string_view name, std::string_view raw_value) {
  const std::size_t mark = raw_value.find('!');
  const bool important = mark != std::string_view::npos;
  const std::string_view value = trimmed_css(raw_value.substr(0, mark));
  const auto property = [&](std::string_view wanted) { return is(name, wanted); };
  const auto say = [&](Property said, bool hides) { set(said, hides, important); };
  if (property("display")) return say(kDisplay, is(value, "none"));
  if (property("visibility")) return say(kVisibility, is(value, "hidden") || is(value, "collapse"));
  if (property("opacity")) return say(kOpacity, is_no_length(value));
  if (property("overflow") || property("overflow-y"))
    return say(kOverflow, begins(value, "hidden") || begins(value, "clip"));
  if (property("font-size")) return say(kFontSize, is_no_length(value));
  if (property("position")) return say(kPosition, is(value, "absolute") || is(value, "fixed"));
  if (property("left")) return say(kDistance, is_far_off(value));
  if (property("top") || property("right")) {
    if (is_far_off(value)) say(kDistance, true);
    return;
  }
  if (property("text-indent")) return say(kIndent, is_far_off(value));
  if (property("clip")) return say(kClip, clip_leaves_nothing(value));
  if (property("clip-path")) return say(kClipPath, clip_path_leaves_nothing(value));
  if (property("width")) return say(kWidth, is_tiny_length(value));
  if (property("height")) return say(kHeight, is_tiny_length(value));
  if (property("max-height")) return say(kMostHeight, is_tiny_length(value));
  if (property("transform")) {
    const bool away = is_gone_by(value);
    moves_ = moves_ || (!away && !is(value, "none"));
    return say(kTransform, away);
  }
  if (property("color")) {
    colour_ = colour_of(value);
    return say(kTransparentInk, is(value, "transparent"));
  }
  if (property("background") || property("background-color") || property("background-image")) {
    has_background_ = true;
    background_ = colour_of(begins(value, "rgb") ? value : value.substr(0, value.find(' ')));
  } else if (property("background-clip")) {
    ink_is_background_ = true;
  } else if (property("transition") || property("animation") || property("will-change")) {
    moves_ = true;
  }
}

void StyleFacts::add(const StyleFacts& stronger) {
  for (std::size_t p = 0; p < kPropertyCount; ++p) {
    const std::uint8_t state = stronger.states_[p];
    if (state != kUnsaid)
      set(static_cast<Property>(p), (state & ~kImportant) == kHides, (state & kImportant) != 0);
  }
  moves_ = moves_ || stronger.moves_;
  ink_is_background_ = ink_is_background_ || stronger.ink_is_background_;
  if (stronger.colour_ != kNoColour) colour_ = stronger.colour_;
  if (!stronger.has_background_) return;
  has_background_ = true;
  background_ = stronger.background_;
}

Concealment StyleFacts::concealment() const {
  if (hides(kDisplay)) return Concealment::kNotDisplayed;
  if (hides(kVisibility)) return Concealment::kInvisible;
  if (hides(kPosition) && hides(kDistance)) return Concealment::kOffScreen;
  if (hides(kIndent) || hides(kTransform)) return Concealment::kOffScreen;
  if (hides(kClipPath) || (hides(kClip) && hides(kPosition))) return Concealment::kClipped;
  const bool flat = hides(kHeight) || hides(kMostHeight);
  if (hides(kOverflow) && (flat || hides(kWidth))) return Concealment::kNoSize;
  if (hides(kFontSize)) return Concealment::kNoFont;
  if (hides(kOpacity) && !moves_) return Concealment::kTransparent;
  if (hides(kTransparentInk) && !ink_is_background_) return Concealment::kTransparent;
  if (colour_ != kNoColour && colour_ == background_) return Concealment::kSameColour;
  return Concealment::kNone;
}

bool StyleFacts::says_anything() const {
  return has_background_ || colour_ != kNoColour ||
         std::any_of(states_.begin(), states_.end(), [](std::uint8_t state) { return state != kUnsaid; });
}

bool StyleFacts::shows() const {
  return shows_by(kDisplay) || shows_by(kVisibility) || shows_by(kOpacity) || shows_by(kHeight) ||
         shows_by(kMostHeight) || shows_by(kDistance) || shows_by(kFontSize) || shows_by(kTransform) ||
         shows_by(kClip) || shows_by(kClipPath);
}

}  // namespace clean_article::extract
