// Reading a regular expression part by part, as far as needed to tell what its matches must contain. Knows
// RE2's syntax, nothing of phrases or of what is concluded.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace clean_article::site {

class PatternCursor {
 public:
  // `pattern` is sound RE2 syntax for which understands() holds.
  explicit PatternCursor(std::string_view pattern) : pattern_(pattern) {}

  // Not expressions with flags, which may change what letters mean, nor with characters that hide behind
  // numbers and quotation.
  static bool understands(std::string_view pattern);

  enum class Part { kGroup, kClass, kAnchor, kCharacter };

  bool at_end_of_sequence() const;  // at '|', ')' or the end
  bool take_bar();                  // steps over '|' where one is
  bool at_quantifier() const;

  // What comes next. A group is entered by this call; end_group() leaves it behind its last sequence.
  Part next_part();
  void end_group();
  // The characters of a class that lists some of ASCII, as "[a+-]" does; none for classes of other kinds.
  std::vector<std::string> listed_in_class() const;
  void skip_class();
  void skip_anchor() { ++pos_; }
  std::string take_character();  // of as many bytes as it has

  struct Repeats {
    bool may_be_absent = false;
    bool may_recur = false;
  };
  Repeats take_quantifiers();  // behind a part; none: neither

 private:
  bool at_class_escape() const;

  std::string_view pattern_;
  std::size_t pos_ = 0;
};

}  // namespace clean_article::site
