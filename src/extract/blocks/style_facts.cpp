#include "extract/blocks/style_facts.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>

#include "text/text.hpp"

namespace clean_article::extract {

namespace {

bool is(std::string_view value, std::string_view word) {
  return text::equal_ignoring_ascii_case(value, word);
}

bool begins(std::string_view value, std::string_view word) {
  return value.size() >= word.size() && is({value.data(), word.size()}, word);
}

// What a property says that is read.
enum class Read : std::uint8_t {
  kNothing,
  kDisplay,
  kVisibility,
  kOpacity,
  kOverflow,
  kFontSize,
  kPosition,
  kLeft,
  kOtherSide,
  kIndent,
  kTransform,
  kClip,
  kClipPath,
  kColour,
  kWidth,
  kHeight,
  kMostHeight,
  kBackground,
  kInk,
  kMovement,
};

struct Name {
  std::string_view name;
  Read read;
};
constexpr Name kNames[] = {
    {"display", Read::kDisplay},
    {"visibility", Read::kVisibility},
    {"opacity", Read::kOpacity},
    {"overflow", Read::kOverflow},
    {"overflow-y", Read::kOverflow},
    {"font-size", Read::kFontSize},
    {"position", Read::kPosition},
    {"left", Read::kLeft},
    {"right", Read::kOtherSide},
    {"top", Read::kOtherSide},
    {"text-indent", Read::kIndent},
    {"transform", Read::kTransform},
    {"clip", Read::kClip},
    {"clip-path", Read::kClipPath},
    {"color", Read::kColour},
    {"width", Read::kWidth},
    {"height", Read::kHeight},
    {"max-height", Read::kMostHeight},
    {"background", Read::kBackground},
    {"background-color", Read::kBackground},
    {"background-image", Read::kBackground},
    {"background-clip", Read::kInk},
    {"transition", Read::kMovement},
    {"animation", Read::kMovement},
    {"will-change", Read::kMovement},
};

// Which of them a property may be, by its length and first letter. Others are most of a style sheet.
class NamesByLength {
 public:
  constexpr NamesByLength() {
    for (std::size_t n = 0; n < std::size(kNames); ++n) {
      std::uint8_t& place = first_[kNames[n].name.size()][letter(kNames[n].name)];
      if (place == 0) place = static_cast<std::uint8_t>(n + 1);
    }
  }

  Read find(std::string_view name) const {
    if (name.size() >= first_.size() || name.empty()) return Read::kNothing;
    std::size_t n = first_[name.size()][letter(name)];
    // Those that are alike stand together.
    for (; n != 0 && n <= std::size(kNames) && kNames[n - 1].name.size() == name.size(); ++n)
      if (is(name, kNames[n - 1].name)) return kNames[n - 1].read;
    return Read::kNothing;
  }

 private:
  static constexpr std::size_t letter(std::string_view name) {
    return static_cast<unsigned char>(name[0]) & 31;  // either case
  }
  std::array<std::array<std::uint8_t, 32>, 17> first_{};  // 1 more than the first one's number, 0 for none
};
constexpr NamesByLength kNamesByLength;

// What a property says that has no name in the table: "animation-name".
Read read_of_others(std::string_view name) {
  if (begins(name, "animation-") || begins(name, "transition-")) return Read::kMovement;
  return name == "-webkit-background-clip" ? Read::kInk : Read::kNothing;
}

bool is_gone_by(std::string_view transform) {
  const std::size_t open = transform.find('(');
  if (open == std::string_view::npos) return false;
  const std::string_view value = transform.substr(open + 1);
  return begins(transform, "scale(0)") || (begins(transform, "translate") && is_far_off(value));
}

}  // namespace

void StyleFacts::add(std::string_view declarations) {
  const auto find_from = [&](std::size_t at, const auto& marks) {
    return at + text::find_marked(declarations.substr(at), marks);
  };
  for (std::size_t at = 0; at < declarations.size();) {
    const std::size_t behind_name =
        find_from(at, [](const text::Bytes& c) { return (c == ':') | (c == ';'); });
    if (behind_name == declarations.size()) return;
    std::size_t end = behind_name;
    if (declarations[behind_name] == ':') {
      end = find_from(behind_name, [](const text::Bytes& c) { return c == ';'; });
      const std::string_view name = trimmed_css(declarations.substr(at, behind_name - at));
      read(name, declarations.substr(behind_name + 1, end - behind_name - 1));
    }
    at = end + 1;
  }
}

void StyleFacts::set(Property property, bool hides, bool important) {
  std::uint8_t& state = states_[property];
  if ((state & kImportant) != 0 && !important) return;
  state = static_cast<std::uint8_t>((hides ? kHides : kShows) | (important ? kImportant : 0));
}

void StyleFacts::read(std::string_view name, std::string_view raw_value) {
  Read said = kNamesByLength.find(name);
  if (said == Read::kNothing) said = read_of_others(name);
  if (said == Read::kNothing) return;
  const std::size_t mark = raw_value.find('!');
  const bool important = mark != std::string_view::npos;
  const std::string_view value = trimmed_css(raw_value.substr(0, mark));
  const auto say = [&](Property property, bool hides) { set(property, hides, important); };
  switch (said) {
    case Read::kDisplay:
      return say(kDisplay, is(value, "none"));
    case Read::kVisibility:
      return say(kVisibility, is(value, "hidden") || is(value, "collapse"));
    case Read::kOpacity:
      return say(kOpacity, is_no_length(value));
    case Read::kOverflow:
      return say(kOverflow, begins(value, "hidden") || begins(value, "clip"));
    case Read::kFontSize:
      return say(kFontSize, is_no_length(value));
    case Read::kPosition:
      return say(kPosition, is(value, "absolute") || is(value, "fixed"));
    case Read::kLeft:
      return say(kDistance, is_far_off(value));
    case Read::kOtherSide:
      if (is_far_off(value)) say(kDistance, true);
      return;
    case Read::kIndent:
      return say(kIndent, is_far_off(value));
    case Read::kClip:
      return say(kClip, clip_leaves_nothing(value));
    case Read::kClipPath:
      return say(kClipPath, clip_path_leaves_nothing(value));
    case Read::kWidth:
      return say(kWidth, is_tiny_length(value));
    case Read::kHeight:
      return say(kHeight, is_tiny_length(value));
    case Read::kMostHeight:
      return say(kMostHeight, is_tiny_length(value));
    case Read::kTransform: {
      const bool away = is_gone_by(value);
      moves_ = moves_ || (!away && !is(value, "none"));
      return say(kTransform, away);
    }
    case Read::kColour:
      colour_ = colour_of(value);
      return say(kTransparentInk, is(value, "transparent"));
    case Read::kBackground:
      has_background_ = true;
      background_ = colour_of(begins(value, "rgb") ? value : value.substr(0, value.find(' ')));
      return;
    case Read::kInk:
      ink_is_background_ = true;
      return;
    case Read::kMovement:
      moves_ = true;
      return;
    case Read::kNothing:
      return;
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
