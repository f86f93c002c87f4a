// What is known of many regular expressions without running them, as flat tables: where one may match at all.
// Knows expressions by number, not what they stand for, and does not run them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "site/phrases/buckets.hpp"

namespace clean_article::site {

// A string that some expression cannot do without.
struct PatternKey {
  std::uint32_t text;  // into PatternTables::key_text
  std::uint16_t bytes;
  std::uint16_t max_words;  // that the expression allows
  std::uint32_t number;
};

// A string that some expression's texts may begin with.
struct PatternBeginning {
  std::uint32_t packed;
  std::uint32_t number;
  std::uint16_t max_words;
};

// The hashes of the first and the last three bytes of a key, or twice that of its first byte.
struct KeyGrams {
  std::uint16_t first, last;
  bool ends_set;  // of the keys of which a text has at least one; an expression may have several sets
};

// Views of a PatternTableBuilder's tables, or of tables that are compiled in.
struct PatternTables {
  std::span<const std::string_view> expressions;
  // Expressions with known beginnings are found by these.
  Buckets<PatternBeginning> beginnings;
  // What is found then needs a key of each of its other sets: whether a text may have it is told by short
  // pieces of it.
  std::span<const KeyGrams> grams;
  std::span<const std::uint32_t> first_grams;  // expression → its first; one more for the end
  // Other expressions are found by the keys of one set, these by the hash of their first bytes.
  std::string_view key_text;
  Buckets<PatternKey> keys;
  // Of which lengths keys begin with three bytes (hashed), or with one byte and are shorter; as bits.
  std::span<const std::uint8_t> long_begins, short_begins;
  std::uint16_t most_words = 0;  // that any expression allows

  // The numbers, in rising order, of the expressions that may match a text of so many words, judging by its
  // beginning and by their keys.
  void candidates(std::string_view text, std::size_t words, std::vector<std::uint32_t>& numbers) const;

 private:
  void add_by_beginning(std::string_view text, std::size_t words, std::vector<std::uint32_t>& numbers) const;
  void add_by_key(std::string_view text, std::size_t words, std::vector<std::uint32_t>& numbers) const;
};

class PatternTableBuilder {
 public:
  // An expression for texts of at most `max_words` words. Its number is how many were added before it. It
  // must be sound.
  void add(std::string pattern, std::uint16_t max_words);

  // Once, after the last add(). The views are valid while the builder lives and does not move.
  PatternTables finish();

 private:
  std::vector<std::string> expressions_;
  std::vector<std::string_view> views_;
  BucketArrays<PatternBeginning> beginnings_;
  std::vector<KeyGrams> grams_;
  std::vector<std::uint32_t> first_grams_ = {0};
  std::string key_text_;
  BucketArrays<PatternKey> keys_;
  std::vector<std::uint8_t> long_begins_, short_begins_;
  std::uint16_t most_words_ = 0;
};

}  // namespace clean_article::site
