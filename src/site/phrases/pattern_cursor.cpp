// The parts of an expression: see pattern_cursor.hpp.
#include "site/phrases/pattern_cursor.hpp"

#include <algorithm>

#include "text/text.hpp"

namespace clean_article::site {

bool PatternCursor::understands(std::string_view pattern) {
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const std::string_view two = pattern.substr(i, 2);
    if (two == "\\x" || two == "\\Q" || two == "\\C") return false;
    if (two == "(?" && pattern.substr(i, 3) != "(?:") return false;
    if (pattern[i] == '\\') ++i;  // of "\(?" the bracket is a character
  }
  return true;
}

bool PatternCursor::at_end_of_sequence() const {
  return pos_ >= pattern_.size() || pattern_[pos_] == '|' || pattern_[pos_] == ')';
}

bool PatternCursor::take_bar() {
  const bool bar = pos_ < pattern_.size() && pattern_[pos_] == '|';
  if (bar) ++pos_;
  return bar;
}

bool PatternCursor::at_quantifier() const {
  if (pos_ >= pattern_.size()) return false;
  const char c = pattern_[pos_];
  return c == '?' || c == '*' || c == '+' || c == '{';
}

PatternCursor::Part PatternCursor::next_part() {
  const char c = pattern_[pos_];
  if (c == '(') {
    pos_ += pattern_.substr(pos_, 3) == "(?:" ? 3 : 1;
    return Part::kGroup;
  }
  if (c == '[' || c == '.' || at_class_escape()) return Part::kClass;
  return c == '^' || c == '$' ? Part::kAnchor : Part::kCharacter;
}

void PatternCursor::end_group() {
  if (pos_ < pattern_.size()) ++pos_;
}

PatternCursor::Repeats PatternCursor::take_quantifiers() {
  Repeats repeats;
  while (at_quantifier()) {
    const char c = pattern_[pos_];
    repeats.may_be_absent |= c == '?' || c == '*';
    repeats.may_recur |= c != '?';
    if (c == '{') {
      repeats.may_be_absent |= pattern_.substr(pos_ + 1, 1) == "0";
      pos_ = std::min(pattern_.find('}', pos_), pattern_.size() - 1);
    }
    ++pos_;
  }
  return repeats;
}

// \d, \w, \pL, \b …: everything escaped that is no punctuation stands for something else than itself.
bool PatternCursor::at_class_escape() const {
  if (pattern_[pos_] != '\\' || pos_ + 1 >= pattern_.size()) return false;
  const char c = pattern_[pos_ + 1];
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

void PatternCursor::skip_class() {
  if (pattern_[pos_] == '\\') {
    const bool property = pattern_[pos_ + 1] == 'p' || pattern_[pos_ + 1] == 'P';
    pos_ += 2;
    if (!property || pos_ >= pattern_.size()) return;
    const std::size_t close = pattern_[pos_] == '{' ? pattern_.find('}', pos_) : pos_;
    pos_ = std::min(close, pattern_.size() - 1) + 1;
    return;
  }
  if (pattern_[pos_++] == '.') return;
  if (pos_ < pattern_.size() && pattern_[pos_] == '^') ++pos_;
  if (pos_ < pattern_.size() && pattern_[pos_] == ']') ++pos_;
  while (pos_ < pattern_.size() && pattern_[pos_] != ']') pos_ += pattern_[pos_] == '\\' ? 2 : 1;
  pos_ = std::min(pos_ + 1, pattern_.size());
}

std::vector<std::string> PatternCursor::listed_in_class() const {
  std::vector<std::string> characters;
  if (pattern_[pos_] != '[') return {};
  const std::size_t end = pattern_.find(']', pos_);
  if (end == std::string_view::npos) return {};
  const std::string_view inside = pattern_.substr(pos_ + 1, end - pos_ - 1);
  for (std::size_t i = 0; i < inside.size(); ++i) {
    const char c = inside[i];
    const bool is_range = c == '-' && i > 0 && i + 1 < inside.size();
    if (is_range || c == '\\' || c == '[' || (c == '^' && i == 0) || static_cast<unsigned char>(c) >= 0x80)
      return {};
    characters.emplace_back(1, c);
  }
  return characters;
}

std::string PatternCursor::take_character() {
  std::string character;
  if (pattern_[pos_] == '\\' && pos_ + 1 < pattern_.size()) {
    character = pattern_[pos_ + 1];
    pos_ += 2;
    return character;
  }
  do {
    character += pattern_[pos_++];
  } while (pos_ < pattern_.size() && text::is_continuation(pattern_[pos_]));
  return character;
}

}  // namespace clean_article::site
