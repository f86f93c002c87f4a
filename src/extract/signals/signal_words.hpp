// How an explanation says what a signal saw. Owns the forms that such a phrase can have; which signal has
// which stands in signal_list.hpp.
#pragma once

#include <string>
#include <string_view>

namespace clean_article::extract {

struct SignalWords {
  enum class Form {
    kUnsaid,       // the number means nothing to a reader
    kCount,        // "3 words long"; "(s)" in the text is for several. Nothing is said of 0
    kPercent,      // "80 % of it is links"; 0 and 1 are none and all
    kFlag,         // the text where the signal is above 0, the other text where it is not
    kInside,       // steps up to an element that holds no article: "inside a footer"
    kWithin,       // to one that does: "not inside the <main> part"
    kOutside,      // steps from an element, 0 inside: "outside of the main text"
    kBlocksAfter,  // signed: "20 blocks after the title"
    kCharsAfter,   // likewise
    kBlocksBefore,
    kElement,  // the number of a tag: "stands in <li>"
    kBox,      // blocks of the child of the main text's element that a block lies in
  };
  Form form = Form::kUnsaid;
  std::string_view text{};
  std::string_view otherwise{};

  std::string say(float value) const;
};

namespace signal_forms {

constexpr SignalWords unsaid() {
  return {};
}
constexpr SignalWords count(std::string_view text) {
  return {SignalWords::Form::kCount, text};
}
constexpr SignalWords percent(std::string_view text) {
  return {SignalWords::Form::kPercent, text};
}
constexpr SignalWords flag(std::string_view text, std::string_view otherwise = "") {
  return {SignalWords::Form::kFlag, text, otherwise};
}
constexpr SignalWords inside(std::string_view what) {
  return {SignalWords::Form::kInside, what};
}
constexpr SignalWords within(std::string_view what) {
  return {SignalWords::Form::kWithin, what};
}
constexpr SignalWords outside(std::string_view what) {
  return {SignalWords::Form::kOutside, what};
}
constexpr SignalWords after(std::string_view what) {
  return {SignalWords::Form::kBlocksAfter, what};
}
constexpr SignalWords chars_after(std::string_view what) {
  return {SignalWords::Form::kCharsAfter, what};
}
constexpr SignalWords before(std::string_view what) {
  return {SignalWords::Form::kBlocksBefore, what};
}
constexpr SignalWords element(std::string_view text) {
  return {SignalWords::Form::kElement, text};
}
constexpr SignalWords box() {
  return {SignalWords::Form::kBox};
}

}  // namespace signal_forms

}  // namespace clean_article::extract
