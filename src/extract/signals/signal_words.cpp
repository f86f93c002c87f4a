#include "extract/signals/signal_words.hpp"

#include <cmath>

#include "extract/signals/signals.hpp"
#include "html/html.hpp"

namespace clean_article::extract {

namespace {

// Signals say "there is none" by numbers that no count of blocks comes near (place_signals.cpp,
// sequence_signals.cpp). 99 stands for no heading and no long paragraph; as a distance it is far, too.
constexpr float kNoneBefore = -900;
constexpr float kNoneAfter = 99;

std::string number(double value) {
  return std::to_string(std::llround(value));
}

// "3 words long": "(s)" and "(es)" are left out after one.
std::string counted(float value, std::string_view text) {
  const bool one = std::llround(value) == 1;
  std::string out = number(value) + " " + std::string(text);
  const std::size_t open = out.find('(');
  if (open == std::string::npos) return out;
  const std::size_t close = out.find(')', open);
  return out.replace(open, close - open + 1, one ? "" : out.substr(open + 1, close - open - 1));
}

std::string share(float value, std::string_view text) {
  if (value < 0) return "";
  const long long percent = std::llround(value * 100.0);
  const bool is_part = text.starts_with("of ");
  if (is_part && percent <= 0) return "none " + std::string(text);
  if (is_part && percent == 100) return "all " + std::string(text);
  return std::to_string(percent) + " % " + std::string(text);
}

std::string far_from(float value, std::string_view unit, std::string_view what) {
  const bool is_none = value <= kNoneBefore || (unit == "block(s)" && value >= kNoneAfter);
  if (is_none || value == 0) return "";
  return counted(std::abs(value), unit) + (value > 0 ? " after " : " before ") + std::string(what);
}

}  // namespace

std::string SignalWords::say(float value) const {
  const std::string what(text);
  switch (form) {
    case Form::kUnsaid:
      return "";
    case Form::kCount:
      return std::lround(value) <= 0 ? "" : counted(value, text);
    case Form::kPercent:
      return share(value, text);
    case Form::kFlag:
      return std::string(value > 0 ? text : otherwise);
    case Form::kInside:
      return value >= Survey::kFar ? "" : "inside " + what;
    case Form::kWithin:
      return (value >= Survey::kFar ? "not inside " : "inside ") + what;
    case Form::kOutside:
      return (value > 0 ? "outside of " : "inside ") + what;
    case Form::kBlocksAfter:
      return far_from(value, "block(s)", text);
    case Form::kCharsAfter:
      return far_from(value, "character(s)", text);
    case Form::kBlocksBefore:
      if (value <= kNoneBefore || value >= kNoneAfter || value == 0) return "";
      return counted(value, "block(s)") + " before " + what;
    case Form::kElement:
      if (value < 0 || value >= static_cast<float>(html::Tag::kCount)) return "";
      return what + " <" + std::string(html::tag_name(static_cast<html::Tag>(std::lround(value)))) + ">";
    case Form::kBox:
      if (value < 0) return "outside of the main text's element";
      return value == 0 ? "directly in the main text's element"
                        : "in a part of " + counted(value, "block(s)") + " inside the main text's element";
  }
  return "";
}

std::string signal_words(Signal signal, float value) {
  using namespace signal_forms;
  static constexpr SignalWords kWords[] = {
#define CLEAN_ARTICLE_SIGNAL(name, meaning, words) words,
      CLEAN_ARTICLE_SIGNALS(CLEAN_ARTICLE_SIGNAL)
#undef CLEAN_ARTICLE_SIGNAL
  };
  return kWords[static_cast<std::size_t>(signal)].say(value);
}

}  // namespace clean_article::extract
