// Many regular expressions over one short text: those that may match by their tables are run, the others not.
// Knows expressions by number only, not what they stand for.
#pragma once

#include <atomic>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "site/phrases/pattern_tables.hpp"

namespace re2 {
class RE2;
}

namespace clean_article::site {

class PatternIndex {
 public:
  // The tables must outlive it.
  explicit PatternIndex(const PatternTables& tables);
  ~PatternIndex();
  PatternIndex(const PatternIndex&) = delete;
  PatternIndex& operator=(const PatternIndex&) = delete;

  // What is wrong with an expression, "" when nothing is.
  static std::string problem_of(const std::string& pattern);

  // The expressions that may match a text of so many words, by their numbers in rising order.
  void candidates(std::string_view text, std::size_t words, std::vector<std::uint32_t>& numbers) const {
    tables_.candidates(text, words, numbers);
  }

  // Whether an expression matches the whole text. Compiles it when it is first asked for; any number of
  // threads may ask at once.
  bool matches(std::uint32_t number, std::string_view text) const;

 private:
  PatternTables tables_;
  mutable std::vector<std::atomic<re2::RE2*>> compiled_;
};

}  // namespace clean_article::site
