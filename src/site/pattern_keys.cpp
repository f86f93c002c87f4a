// Keys of an expression: see pattern_keys.hpp. An expression is read as a sequence of parts; any one part
// that cannot be absent gives a set of keys, and the most telling set wins.
#include "site/pattern_keys.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

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

class KeyReader {
 public:
  explicit KeyReader(std::string_view pattern) : pattern_(pattern) {}

  // Alternatives up to ')' or the end: one key set for all of them, or none if one of them has none.
  Keys alternatives() {
    Keys all;
    bool open = false;  // an alternative without a key
    while (true) {
      Keys keys = sequence();
      open |= keys.empty();
      all.insert(all.end(), std::make_move_iterator(keys.begin()), std::make_move_iterator(keys.end()));
      if (pos_ >= pattern_.size() || pattern_[pos_] != '|') break;
      ++pos_;
    }
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
    while (pos_ < pattern_.size() && pattern_[pos_] != '|' && pattern_[pos_] != ')') {
      const char c = pattern_[pos_];
      if (c == '(') {
        end_run();
        pos_ += pattern_.substr(pos_, 3) == "(?:" ? 3 : 1;
        Keys keys = alternatives();
        if (pos_ < pattern_.size()) ++pos_;  // ')'
        if (!may_be_absent()) offer(std::move(keys));
      } else if (c == '[' || c == '.' || at_class_escape()) {
        end_run();
        skip_class();
        may_be_absent();
      } else if (c == '^' || c == '$') {
        end_run();
        ++pos_;
      } else {
        const std::size_t before = run.size();
        read_character(run);
        const bool quantified = pos_ < pattern_.size() && is_quantifier(pattern_[pos_]);
        if (quantified) {
          const std::string character = run.substr(before);
          run.resize(before);
          const bool absent = may_be_absent();
          end_run();
          if (!absent) offer({character});
        }
      }
    }
    end_run();
    return best;
  }

  static bool is_quantifier(char c) { return c == '?' || c == '*' || c == '+' || c == '{'; }

  // Takes the quantifiers behind a part.
  bool may_be_absent() {
    bool absent = false;
    while (pos_ < pattern_.size() && is_quantifier(pattern_[pos_])) {
      const char c = pattern_[pos_];
      absent |= c == '?' || c == '*';
      if (c == '{') {
        absent |= pattern_.substr(pos_ + 1, 1) == "0";
        pos_ = std::min(pattern_.find('}', pos_), pattern_.size() - 1);
      }
      ++pos_;
    }
    return absent;
  }

  // \d, \w, \pL, \b …: everything escaped that is no punctuation stands for something else than itself.
  bool at_class_escape() const {
    if (pattern_[pos_] != '\\' || pos_ + 1 >= pattern_.size()) return false;
    const char c = pattern_[pos_ + 1];
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  void skip_class() {
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

  // One character, of as many bytes as it has.
  void read_character(std::string& run) {
    if (pattern_[pos_] == '\\' && pos_ + 1 < pattern_.size()) {
      run += pattern_[pos_ + 1];
      pos_ += 2;
      return;
    }
    do {
      run += pattern_[pos_++];
    } while (pos_ < pattern_.size() && (pattern_[pos_] & 0xC0) == 0x80);
  }

  std::string_view pattern_;
  std::size_t pos_ = 0;
};

}  // namespace

std::vector<std::string> required_keys(std::string_view pattern) {
  // Flags may change what letters mean, and characters may hide behind numbers and quotation.
  for (const std::string_view beyond : {"\\x", "\\Q", "\\C"})
    if (pattern.find(beyond) != std::string_view::npos) return {};
  for (std::size_t i = pattern.find("(?"); i != std::string_view::npos; i = pattern.find("(?", i + 1))
    if (pattern.substr(i, 3) != "(?:") return {};
  Keys keys = KeyReader(pattern).alternatives();
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

}  // namespace clean_article::site
