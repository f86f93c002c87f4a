// Phrase lists as flat tables, to be matched and, for the lists that come with the program, to be compiled
// into it: what takes milliseconds is done when the program is built. Knows no files and runs no expressions.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "site/phrases/buckets.hpp"
#include "site/phrases/pattern_tables.hpp"
#include "site/phrases/phrase_class.hpp"
#include "site/phrases/phrase_list.hpp"

namespace clean_article::site {

// A line of a list. Lines of one class stand in the order of their lists.
struct PhraseLine {
  std::uint8_t list;  // an index into phrase_lists()
  PhraseForm form;
  std::uint16_t max_words;
  std::uint32_t line;
};

// A spelling of a phrase. Two phrases of one 64-bit hash do not meet by chance, and a page that forges one
// only loses a short line of its own.
struct PhraseSpelling {
  std::uint64_t hash;
  std::uint32_t phrase;  // into PhraseTables::lines
  std::uint16_t words;
};

// Views of a PhraseTableBuilder's tables, or of tables that are compiled in.
struct PhraseTables {
  std::span<const PhraseLine> lines;
  Buckets<PhraseSpelling> whole, prefixes;
  std::uint32_t longest_whole = 0, longest_prefix = 0;  // bytes
  // A bit for each hash of a spelling's beginning up to a word boundary, at its low bits: a text whose own
  // beginning has none is no phrase.
  std::span<const std::uint64_t> boundaries;
  PatternTables patterns;
  std::span<const std::uint32_t> pattern_lines;  // pattern → index into `lines`
  std::uint32_t most_words = 0;                  // that any phrase has, or allows in all

  bool may_go_on(std::uint64_t hash) const {
    const std::size_t bit = boundary_bit(hash, boundaries.size());
    return (boundaries[bit / 64] >> bit % 64 & 1) != 0;
  }
  static std::size_t boundary_bit(std::uint64_t hash, std::size_t table_words) {
    return static_cast<std::size_t>(spread(hash)) & (table_words * 64 - 1);
  }

  // FNV's low bits alone depend on few of a text's.
  static std::uint64_t spread(std::uint64_t hash) { return hash ^ hash >> 29; }
};

// The lists that the program was built with. cmake/embed_rules.cmake makes them.
const PhraseTables& built_in_phrases();

class PhraseTableBuilder {
 public:
  // With `automata` the expressions get theirs, which takes milliseconds for each.
  explicit PhraseTableBuilder(bool automata = false) : patterns_(automata) {}

  // In the order of phrase_lists(). Every expression must be sound.
  void add_list(std::size_t list, const std::vector<PhraseEntry>& entries);

  // Once, after the last add_list(). The views are valid while the builder lives and does not move.
  PhraseTables finish();

 private:
  std::vector<PhraseLine> lines_;
  BucketArrays<PhraseSpelling> whole_, prefixes_;
  std::uint32_t longest_whole_ = 0, longest_prefix_ = 0, most_words_ = 0;
  std::vector<std::uint64_t> boundary_hashes_, boundaries_;
  PatternTableBuilder patterns_;
  std::vector<std::uint32_t> pattern_lines_;
};

}  // namespace clean_article::site
