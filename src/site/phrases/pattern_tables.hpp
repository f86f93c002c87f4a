// What is known of many regular expressions without running them, as flat tables: where one may match at all.
// Knows expressions by number, not what they stand for, and does not run them.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "site/phrases/buckets.hpp"
#include "site/phrases/pattern_automata.hpp"
#include "site/phrases/pattern_probes.hpp"

namespace clean_article::site {

// A string of five bytes or more that some expression cannot do without, looked up by four bytes in a row. It
// has two entries, one for its first four and one that skips a byte: so it is found where a text is looked at
// at every second place.
struct PatternKey {
  std::uint32_t text;  // into PatternTables::key_text
  std::uint16_t bytes;
  std::uint16_t skipped;    // of these, before those by which it is looked up
  std::uint16_t max_words;  // that the expression allows
  std::uint32_t number;
};

// A shorter one. There are few, which are asked for one by one.
struct PatternShortKey {
  PatternProbe string;
  std::uint16_t max_words;
  std::uint32_t number;
};

// A string that some expression's texts may begin with, and how they may go on behind it: texts that only
// begin like a match are many.
struct PatternBeginning {
  std::uint32_t packed;
  std::uint32_t number;
  std::uint16_t max_words;
  // By the low bits of each of the next bytes, a bit; all where any may follow.
  std::array<std::uint32_t, 4> next;
};

// Views of a PatternTableBuilder's tables, or of tables that are compiled in.
struct PatternTables {
  std::span<const std::string_view> expressions;
  PatternAutomata automata;  // of these
  // Expressions with an automaton are found by their beginnings, where these are known. Each has a bit.
  Buckets<PatternBeginning> beginnings;
  std::span<const std::uint64_t> beginning_bits;
  // Others are found by keys. Each four bytes by which a key is looked up have a bit.
  std::string_view key_text;
  Buckets<PatternKey> keys;
  std::span<const std::uint64_t> key_bits;
  std::span<const PatternShortKey> short_keys;
  // What else an expression cannot do without, by its number.
  std::span<const PatternProbe> probes;
  std::span<const std::uint32_t> probe_begins;  // one more for the end
  std::uint16_t most_words = 0;                 // that any expression allows

  // The numbers, in rising order, of the expressions that may match a text of so many words, judging by its
  // beginning and by their keys.
  void candidates(std::string_view text, std::size_t words, std::vector<std::uint32_t>& numbers) const;

 private:
  void add_by_beginning(std::string_view text, std::size_t words, std::vector<std::uint32_t>& numbers) const;
  void add_by_key(std::string_view text, std::size_t words, std::vector<std::uint32_t>& numbers) const;
  void add_keys_at(std::string_view text, std::size_t at, std::size_t words,
                   std::vector<std::uint32_t>& numbers) const;
  void add_by_short_key(const TextRuns& runs, std::size_t words, std::vector<std::uint32_t>& numbers) const;
  void drop_by_probes(const TextRuns& runs, std::vector<std::uint32_t>& numbers) const;
  std::span<const PatternProbe> probes_of(std::uint32_t number) const {
    return probes.subspan(probe_begins[number], probe_begins[number + 1] - probe_begins[number]);
  }
};

class PatternTableBuilder {
 public:
  // With `automata` it makes these too, which takes milliseconds for each expression.
  explicit PatternTableBuilder(bool automata) : makes_automata_(automata) {}

  // An expression for texts of at most `max_words` words. Its number is how many were added before it. It
  // must be sound.
  void add(std::string pattern, std::uint16_t max_words);

  // Once, after the last add(). The views are valid while the builder lives and does not move.
  PatternTables finish();

 private:
  void add_key(std::string_view key, std::uint16_t max_words, std::uint32_t number);

  std::vector<std::string> expressions_;
  std::vector<std::string_view> views_;
  bool makes_automata_;
  PatternAutomataBuilder automata_;
  BucketArrays<PatternBeginning> beginnings_;
  std::string key_text_;
  BucketArrays<PatternKey> keys_;
  std::vector<PatternShortKey> short_keys_;
  std::vector<std::uint64_t> beginning_bits_, key_bits_;
  std::vector<PatternProbe> probes_;
  std::vector<std::uint32_t> probe_begins_ = {0};
  std::uint16_t most_words_ = 0;
};

}  // namespace clean_article::site
