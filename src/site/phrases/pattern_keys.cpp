// Keys of an expression: see pattern_keys.hpp. An expression is read as a sequence of parts; each part that
// cannot be absent gives a set of keys.
#include "site/phrases/pattern_keys.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>

#include "site/phrases/pattern_cursor.hpp"

namespace clean_article::site {
namespace {

using Keys = std::vector<std::string>;
using KeySets = std::vector<Keys>;

// Beyond this many bytes a longer key is no more telling, and fewer keys are better.
constexpr std::size_t kTellingBytes = 5;

// How rarely a key is met where it does not belong: its length, where a figure or a sign, which most lines
// of text lack, counts like a word of some letters.
std::size_t telling(const std::string& key) {
  const bool has_letters = std::any_of(key.begin(), key.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || c == ' ' || static_cast<unsigned char>(c) >= 0xC3;
  });
  return std::min(key.size() + (has_letters ? 0 : 3), kTellingBytes);
}

// Shorter ones are in most texts.
constexpr std::size_t kLeastTelling = 3;

std::size_t least_telling(const Keys& keys) {
  std::size_t least = keys.empty() ? 0 : kTellingBytes;
  for (const std::string& key : keys) least = std::min(least, telling(key));
  return least;
}

bool better(const Keys& a, const Keys& b) {
  const std::size_t of_a = least_telling(a);
  const std::size_t of_b = least_telling(b);
  return of_a != of_b ? of_a > of_b : of_a > 0 && a.size() < b.size();
}

// "0[-./]0" has three keys; with more than so many, the characters on both sides of a class do better alone.
constexpr std::size_t kMostRuns = 16;

Keys each_followed_by(const Keys& first, const Keys& then) {
  Keys all;
  for (const std::string& begin : first)
    for (const std::string& end : then) all.push_back(begin + end);
  return all;
}

class KeyReader : private PatternCursor {
 public:
  using PatternCursor::PatternCursor;

  // Up to ')' or the end: the sets of a sequence or, of several alternatives, one for all of them, or none if
  // one of them has none.
  KeySets alternatives() {
    KeySets sets = sequence();
    if (!take_bar()) return sets;
    Keys all;
    bool open = false;  // an alternative without a key
    const auto add_best = [&] {
      const auto best = std::min_element(sets.begin(), sets.end(), better);
      open |= best == sets.end();
      if (!open) all.insert(all.end(), best->begin(), best->end());
    };
    do {
      add_best();
      sets = sequence();
    } while (take_bar());
    add_best();
    return open ? KeySets{} : KeySets{all};
  }

 private:
  // Parts up to '|', ')' or the end: all their key sets.
  KeySets sequence() {
    KeySets sets;
    Keys runs = {""};      // of characters in a row, one for each choice among those of a class
    bool literal = false;  // whether they have more than such choices: a comma or a stop tells nothing
    const auto end_run = [&] {
      if (literal) sets.push_back(std::move(runs));
      runs = {""};
      literal = false;
    };
    while (!at_end_of_sequence()) {
      switch (next_part()) {
        case Part::kGroup: {
          end_run();
          KeySets inside = alternatives();
          end_group();
          if (!take_quantifiers().may_be_absent)
            sets.insert(sets.end(), std::make_move_iterator(inside.begin()),
                        std::make_move_iterator(inside.end()));
          break;
        }
        case Part::kClass: {
          const Keys listed = listed_in_class();
          skip_class();
          if (!listed.empty() && !at_quantifier() && runs.size() * listed.size() <= kMostRuns) {
            runs = each_followed_by(runs, listed);
            break;
          }
          end_run();
          take_quantifiers();
          break;
        }
        case Part::kAnchor:
          end_run();
          skip_anchor();
          break;
        case Part::kCharacter: {
          const std::string character = take_character();
          if (!at_quantifier()) {
            for (std::string& run : runs) run += character;
            literal = true;
            break;
          }
          end_run();
          if (!take_quantifiers().may_be_absent) sets.push_back({character});
        }
      }
    }
    end_run();
    return sets;
  }
};

// All sets, each sorted.
KeySets all_sets(std::string_view pattern) {
  if (!PatternCursor::understands(pattern)) return {};
  KeySets sets = KeyReader(pattern).alternatives();
  for (Keys& keys : sets) {
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  }
  return sets;
}

// Those that hold no other one: where "affiliation" is, "affili" is.
Keys without_longer(const Keys& keys) {
  Keys shorter;
  std::ranges::copy_if(keys, std::back_inserter(shorter), [&](const std::string& key) {
    return std::ranges::none_of(keys, [&](const std::string& other) {
      return other.size() < key.size() && key.find(other) != std::string::npos;
    });
  });
  return shorter;
}

std::size_t shortest(const Keys& keys) {
  std::size_t least = keys.empty() ? 0 : keys.front().size();
  for (const std::string& key : keys) least = std::min(least, key.size());
  return least;
}

}  // namespace

Keys required_keys(std::string_view pattern) {
  KeySets sets = all_sets(pattern);
  const auto best = std::min_element(sets.begin(), sets.end(), better);
  return best == sets.end() ? Keys{} : without_longer(*best);
}

Keys further_keys(std::string_view pattern, const Keys& but, std::size_t most) {
  KeySets sets = all_sets(pattern);
  std::erase_if(sets, [&](const Keys& keys) {
    return keys.size() > most || least_telling(keys) < kLeastTelling || without_longer(keys) == but;
  });
  const auto best = std::max_element(sets.begin(), sets.end(), [](const Keys& a, const Keys& b) {
    return shortest(a) != shortest(b) ? shortest(a) < shortest(b) : a.size() > b.size();
  });
  return best == sets.end() ? Keys{} : without_longer(*best);
}

}  // namespace clean_article::site
