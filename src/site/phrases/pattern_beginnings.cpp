// The beginnings of an expression's matches: see pattern_beginnings.hpp.
#include "site/phrases/pattern_beginnings.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

#include "site/phrases/pattern_cursor.hpp"

namespace clean_article::site {
namespace {

// A string that a part may match, or, where it is open, the beginning of one.
struct Beginning {
  std::string text;
  bool open = false;
  friend bool operator<(const Beginning& a, const Beginning& b) {
    return std::tie(a.text, a.open) < std::tie(b.text, b.open);
  }
  friend bool operator==(const Beginning& a, const Beginning& b) = default;
};
using Beginnings = std::vector<Beginning>;

void tidy(Beginnings& beginnings) {
  std::sort(beginnings.begin(), beginnings.end());
  beginnings.erase(std::unique(beginnings.begin(), beginnings.end()), beginnings.end());
}

// Each of `first` with what may follow it, of at most `longest` bytes.
Beginnings followed_by(const Beginnings& first, const Beginnings& then, std::size_t longest) {
  Beginnings all;
  for (const Beginning& begin : first) {
    if (begin.open) {
      all.push_back(begin);
      continue;
    }
    for (const Beginning& end : then) {
      Beginning& whole = all.emplace_back(Beginning{begin.text + end.text, end.open});
      if (whole.text.size() < longest) continue;
      whole.text.resize(longest);
      whole.open = true;
    }
  }
  tidy(all);
  return all;
}

class BeginningReader : private PatternCursor {
 public:
  BeginningReader(std::string_view pattern, std::size_t longest)
      : PatternCursor(pattern), longest_(longest) {}

  // Of alternatives up to ')' or the end.
  Beginnings alternatives() {
    Beginnings all;
    do {
      Beginnings one = sequence();
      all.insert(all.end(), std::make_move_iterator(one.begin()), std::make_move_iterator(one.end()));
    } while (take_bar());
    tidy(all);
    return all;
  }

 private:
  Beginnings sequence() {
    Beginnings all = {{"", false}};
    while (!at_end_of_sequence()) {
      Beginnings part;
      switch (next_part()) {
        case Part::kGroup:
          part = alternatives();
          end_group();
          break;
        case Part::kClass:
          for (std::string& character : listed_in_class()) part.push_back({std::move(character), false});
          if (part.empty()) part = {{"", true}};
          skip_class();
          break;
        case Part::kAnchor:
          skip_anchor();
          continue;
        case Part::kCharacter:
          part = {{take_character(), false}};
      }
      const Repeats repeats = take_quantifiers();
      if (repeats.may_recur)
        for (Beginning& one : part) one.open = true;
      if (repeats.may_be_absent) part.push_back({"", false});
      all = followed_by(all, part, longest_);
    }
    return all;
  }

  std::size_t longest_;  // bytes
};

}  // namespace

std::vector<std::string> possible_beginnings(std::string_view pattern, std::size_t longest,
                                             std::size_t most) {
  if (!PatternCursor::understands(pattern)) return {};
  Beginnings beginnings;
  for (; longest > 0; --longest) {
    beginnings = BeginningReader(pattern, longest).alternatives();
    if (beginnings.size() <= most) break;
  }
  std::vector<std::string> texts;
  for (Beginning& beginning : beginnings) {
    if (beginning.text.empty()) return {};
    texts.push_back(std::move(beginning.text));
  }
  texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
  return texts;
}

}  // namespace clean_article::site
