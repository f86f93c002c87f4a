// Many regular expressions over one short text: those whose keys the text has are run, the others not.
// Knows expressions by number only, not what they stand for.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace re2 {
class RE2;
}

namespace clean_article::site {

class PatternIndex {
 public:
  PatternIndex();
  ~PatternIndex();
  PatternIndex(const PatternIndex&) = delete;
  PatternIndex& operator=(const PatternIndex&) = delete;

  // What is wrong with an expression, "" when nothing is.
  static std::string problem_of(const std::string& pattern);

  // An expression for texts of at most `max_words` words. Its number is how many were added before it. It
  // must be sound: problem_of() says so.
  void add(std::string pattern, std::uint16_t max_words);
  void finish();  // once, after the last add()

  // Gives, in rising order, the numbers of the expressions that may match a text of so many words, judging
  // by their keys.
  void candidates(std::string_view text, std::size_t words, std::vector<std::uint32_t>& numbers) const;

  // Whether an expression matches the whole text. Compiles it when it is first asked for; any number of
  // threads may ask at once.
  bool matches(std::uint32_t number, std::string_view text) const;

 private:
  struct Key {
    std::string text;
    std::uint32_t number;
    std::uint16_t max_words;
  };
  struct Pattern {
    std::string text;
    std::uint16_t max_words = 0;
    std::atomic<re2::RE2*> compiled = nullptr;
  };

  std::vector<std::unique_ptr<Pattern>> patterns_;
  std::vector<Key> keys_;               // by the bucket of their beginning
  std::vector<std::uint32_t> buckets_;  // bucket → its first key; one more for the end
  // Of which lengths keys begin with three bytes (hashed), or with one byte and are shorter; as bits.
  std::vector<std::uint8_t> long_begins_, short_begins_;
  std::uint16_t most_words_ = 0;  // that any expression allows
};

}  // namespace clean_article::site
