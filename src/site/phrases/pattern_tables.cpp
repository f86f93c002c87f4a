// Which expressions may match: see pattern_tables.hpp.
#include "site/phrases/pattern_tables.hpp"

#include <algorithm>

#include "site/phrases/pattern_beginnings.hpp"
#include "site/phrases/pattern_keys.hpp"

namespace clean_article::site {
namespace {

constexpr std::size_t kBeginningBuckets = 1 << 12;

// The first bytes of a text as a number; texts hold no NUL, so that lengths differ too.
std::uint32_t packed(std::string_view beginning) {
  std::uint32_t bytes = 0;
  for (const char c : beginning) bytes = bytes << 8 | static_cast<unsigned char>(c);
  return bytes;
}

std::uint64_t hash_of_packed(std::uint32_t bytes) {
  return bytes * 0x9E37'79B1u >> 15;
}

}  // namespace

void PatternTableBuilder::add(std::string pattern, std::uint16_t max_words) {
  const auto number = static_cast<std::uint32_t>(expressions_.size());
  if (makes_automata_) {
    automata_.add(pattern);
  } else {
    automata_.add_none();
  }
  const std::vector<std::string> beginnings = possible_beginnings(pattern);
  std::vector<std::string> keys = required_keys(pattern);
  // An automaton is soon through with a text that only begins like a match. RE2 is not.
  if (!beginnings.empty() && (keys.empty() || automata_.view().has(number))) {
    for (const std::string& beginning : beginnings)
      beginnings_.entries.push_back({packed(beginning), number, max_words});
  } else {
    if (keys.empty()) keys.push_back("");  // met in every text
    for (const std::string& key : keys) keys_.add(key, {number, max_words});
  }
  expressions_.push_back(std::move(pattern));
  most_words_ = std::max(most_words_, max_words);
}

PatternTables PatternTableBuilder::finish() {
  beginnings_.sort(kBeginningBuckets,
                   [](const PatternBeginning& beginning) { return hash_of_packed(beginning.packed); });
  views_.assign(expressions_.begin(), expressions_.end());

  PatternTables tables;
  tables.expressions = views_;
  tables.automata = automata_.view();
  tables.beginnings = beginnings_.view();
  tables.keys = keys_.finish();
  tables.most_words = most_words_;
  return tables;
}

void PatternTables::add_by_beginning(std::string_view text, std::size_t words,
                                     std::vector<std::uint32_t>& numbers) const {
  for (std::size_t length = 1; length <= std::min(kLongestBeginning, text.size()); ++length) {
    const std::uint32_t bytes = packed(text.substr(0, length));
    for (const PatternBeginning& beginning : beginnings.of(hash_of_packed(bytes)))
      if (beginning.packed == bytes && words <= beginning.max_words) numbers.push_back(beginning.number);
  }
}

void PatternTables::candidates(std::string_view text, std::size_t words,
                               std::vector<std::uint32_t>& numbers) const {
  numbers.clear();
  if (words > most_words) return;
  add_by_beginning(text, words, numbers);
  keys.for_each_in(text, [&](const KeyOwner& owner) {
    if (words <= owner.max_words) numbers.push_back(owner.number);
  });
  if (numbers.size() < 2) return;
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
}

}  // namespace clean_article::site
