// Many regular expressions over one short text: those that may match by their tables are run, the others not.
// Knows expressions by number only, not what they stand for.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "site/phrases/pattern_tables.hpp"

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

  // Whether an expression matches the whole text. Any number of threads may ask at once.
  bool matches(std::uint32_t number, std::string_view text) const {
    return tables_.automata.has(number) ? tables_.automata.matches(number, text)
                                        : matches_without_automaton(number, text);
  }

 private:
  bool matches_without_automaton(std::uint32_t number, std::string_view text) const;

  struct Slot;

  PatternTables tables_;
  mutable std::vector<Slot> slots_;
};

}  // namespace clean_article::site
