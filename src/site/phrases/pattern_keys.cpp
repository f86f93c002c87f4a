// Keys of an expression: see pattern_keys.hpp. An expression is read as a sequence of parts; any one part
// that cannot be absent gives a set of keys, and the most telling set wins.
#include "site/phrases/pattern_keys.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>

#include "site/phrases/pattern_cursor.hpp"

namespace clean_article::site {
namespace {

using Keys = std::vector<std::string>;

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

class KeyReader : private PatternCursor {
 public:
  using PatternCursor::PatternCursor;

  // Alternatives up to ')' or the end: one key set for all of them, or none if one of them has none.
  Keys alternatives() {
    Keys all;
    bool open = false;  // an alternative without a key
    do {
      Keys keys = sequence();
      open |= keys.empty();
      all.insert(all.end(), std::make_move_iterator(keys.begin()), std::make_move_iterator(keys.end()));
    } while (take_bar());
    return open ? Keys{} : all;
  }

 private:
  // Parts up to '|', ')' or the end: the best of their key sets.
  Keys sequence() {
    Keys best;
    std::string run;  // literal characters in a row
    const auto offer = [&](Keys keys) {
      if (!keys.empty() && better(keys, best)) best = std::move(keys);
    };
    const auto end_run = [&] {
      if (!run.empty()) offer({std::exchange(run, {})});
    };
    while (!at_end_of_sequence()) {
      switch (next_part()) {
        case Part::kGroup: {
          end_run();
          Keys keys = alternatives();
          end_group();
          if (!take_quantifiers().may_be_absent) offer(std::move(keys));
          break;
        }
        case Part::kClass:
          end_run();
          skip_class();
          take_quantifiers();
          break;
        case Part::kAnchor:
          end_run();
          skip_anchor();
          break;
        case Part::kCharacter: {
          const std::string character = take_character();
          if (!at_quantifier()) {
            run += character;
            break;
          }
          end_run();
          if (!take_quantifiers().may_be_absent) offer({character});
        }
      }
    }
    end_run();
    return best;
  }
};

}  // namespace

std::vector<std::string> required_keys(std::string_view pattern) {
  if (!PatternCursor::understands(pattern)) return {};
  Keys keys = KeyReader(pattern).alternatives();
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

}  // namespace clean_article::site
