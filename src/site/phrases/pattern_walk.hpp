// Matching a whole text by walking a regular expression as it is written: slower than RE2 on long texts, but
// there is nothing to compile. Knows the part of RE2's syntax that phrase lists are written in, and says
// where an expression has more.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace clean_article::site {

class PatternWalk {
 public:
  enum class Answer : std::uint8_t { kNo, kYes, kUnknown };

  // `pattern` is sound RE2 syntax, and must outlive it.
  explicit PatternWalk(std::string_view pattern);

  // Whether it can tell anything; else every answer is kUnknown.
  bool understands() const { return !links_.empty(); }

  // Whether the expression matches all of `text`, which is UTF-8. Takes from `steps_left` what it took; where
  // that is not enough the answer is kUnknown.
  Answer match(std::string_view text, std::size_t& steps_left) const;

 private:
  friend class PatternWalker;

  // Where things end, for each byte that begins one.
  struct Link {
    std::uint16_t next;   // of '(' and '|': the '|' or ')' behind the sequence that follows
    std::uint16_t close;  // of '(' and '[': the bracket that closes it
    bool is_plain;        // of a character that stands for itself, once
  };

  bool link_up();
  std::size_t class_end(std::size_t open) const;

  std::string_view pattern_;
  std::vector<Link> links_;    // one more at the end; none where the expression is not understood
  std::size_t first_end_ = 0;  // of the expression's first sequence
};

}  // namespace clean_article::site
