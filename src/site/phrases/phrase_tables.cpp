// Making the tables of phrase lists: see phrase_tables.hpp.
#include "site/phrases/phrase_tables.hpp"

#include <algorithm>
#include <bit>

namespace clean_article::site {
namespace {

constexpr std::size_t kBitsPerBoundary =
    8;  // one look in eight at most finds a bit that another hash has set
constexpr std::size_t kFewestBuckets = 16;

std::uint64_t hash_of(const PhraseSpelling& spelling) {
  return PhraseTables::spread(spelling.hash);
}

void sort(BucketArrays<PhraseSpelling>& spellings) {
  spellings.sort(std::bit_ceil(std::max(spellings.entries.size(), kFewestBuckets)), hash_of);
}

}  // namespace

void PhraseTableBuilder::add_list(std::size_t list, const std::vector<PhraseEntry>& entries) {
  for (const PhraseEntry& entry : entries) {
    const auto line = static_cast<std::uint32_t>(lines_.size());
    lines_.push_back({static_cast<std::uint8_t>(list), entry.form, entry.max_words, entry.line});
    if (entry.form == PhraseForm::kPattern) {
      most_words_ = std::max(most_words_, std::uint32_t{entry.max_words});
      patterns_.add(entry.pattern, entry.max_words);
      pattern_lines_.push_back(line);
      continue;
    }
    const bool whole = entry.form == PhraseForm::kWhole;
    std::uint32_t& longest = whole ? longest_whole_ : longest_prefix_;
    for (const PhraseText& text : entry.texts) {
      (whole ? whole_ : prefixes_).entries.push_back({text.hash, line, text.words});
      longest = std::max(longest, std::uint32_t{text.bytes});
      most_words_ = std::max(most_words_, std::uint32_t{text.words} + (whole ? 0u : entry.max_words));
      if (!whole) boundary_hashes_.push_back(text.hash);
    }
    boundary_hashes_.insert(boundary_hashes_.end(), entry.boundaries.begin(), entry.boundaries.end());
  }
}

PhraseTables PhraseTableBuilder::finish() {
  sort(whole_);
  sort(prefixes_);
  std::sort(boundary_hashes_.begin(), boundary_hashes_.end());
  boundary_hashes_.erase(std::unique(boundary_hashes_.begin(), boundary_hashes_.end()),
                         boundary_hashes_.end());
  boundaries_.assign(std::bit_ceil(boundary_hashes_.size() * kBitsPerBoundary / 64 + 1), 0);
  for (const std::uint64_t hash : boundary_hashes_) {
    const std::size_t bit = PhraseTables::boundary_bit(hash, boundaries_.size());
    boundaries_[bit / 64] |= std::uint64_t{1} << bit % 64;
  }
  PhraseTables tables;
  tables.lines = lines_;
  tables.whole = whole_.view();
  tables.prefixes = prefixes_.view();
  tables.longest_whole = longest_whole_;
  tables.longest_prefix = longest_prefix_;
  tables.boundaries = boundaries_;
  tables.patterns = patterns_.finish();
  tables.pattern_lines = pattern_lines_;
  tables.most_words = most_words_;
  return tables;
}

}  // namespace clean_article::site
