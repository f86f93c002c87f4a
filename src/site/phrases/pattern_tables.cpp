// Which expressions may match: see pattern_tables.hpp.
#include "site/phrases/pattern_tables.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <numeric>
#include <tuple>

#include "site/phrases/pattern_beginnings.hpp"
#include "site/phrases/pattern_keys.hpp"

namespace clean_article::site {
namespace {

// In bytes: what a beginning is looked up by.
constexpr std::size_t kLongestBeginning = 4;

constexpr std::size_t kKeyBuckets = 1 << 10;
constexpr std::size_t kBeginningBuckets = 1 << 12;

// Keys are looked up by pieces of so many bytes, at every second place of a text.
constexpr std::size_t kPieceBytes = 4;
constexpr std::size_t kPieceStep = 2;
constexpr std::size_t kLongKey =
    kPieceBytes + kPieceStep - 1;  // has a piece at such a place, wherever it stands

// Most places in a text begin no piece of a key, which a bit tells: the table fits into the nearest cache.
constexpr std::size_t kFilterBits = 1 << 16;

// The bit of the four bytes at a place; its low bits are their bucket.
std::size_t piece_bit(const char* place) {
  std::uint32_t bytes = 0;
  std::memcpy(&bytes, place, sizeof bytes);
  if constexpr (std::endian::native == std::endian::big) bytes = __builtin_bswap32(bytes);
  return bytes * 0x9E37'79B1u >> 16;
}

bool has_bit(std::span<const std::uint64_t> filter, std::size_t bit) {
  return (filter[bit / 64] >> bit % 64 & 1) != 0;
}
void set_bit(std::vector<std::uint64_t>& filter, std::size_t bit) {
  filter[bit / 64] |= std::uint64_t{1} << bit % 64;
}

// Of more strings it costs as much to look for them as to run the expression.
constexpr std::size_t kMostProbes = 64;

// Of longer beginnings than are looked up, by which PatternBeginning::next is known. Dates in thirty
// languages have fewer.
constexpr std::size_t kMostBeginnings = 50'000;

std::uint32_t and_byte(std::uint32_t bytes, char next) {
  return bytes << 8 | static_cast<unsigned char>(next);
}

// The first bytes of a text as a number; texts hold no NUL, so that lengths differ too.
std::uint32_t packed(std::string_view beginning) {
  return std::accumulate(beginning.begin(), beginning.end(), std::uint32_t{0}, and_byte);
}

std::uint64_t hash_of_packed(std::uint32_t bytes) {
  return bytes * 0x9E37'79B1u >> 15;
}

std::size_t beginning_bit(std::uint32_t bytes) {
  return bytes * 0x85EB'CA6Bu >> 16;
}

std::uint32_t next_bit(char c) {
  return std::uint32_t{1} << (static_cast<unsigned char>(c) & 31u);
}

// Whether a text may go on like that behind its first bytes.
bool goes_on(const PatternBeginning& beginning, std::string_view behind) {
  const std::size_t known = std::min(behind.size(), beginning.next.size());
  for (std::size_t i = 0; i < known; ++i)
    if ((beginning.next[i] & next_bit(behind[i])) == 0) return false;
  return true;
}

// One for each different string of up to kLongestBeginning bytes.
std::vector<PatternBeginning> beginnings_of(std::string_view pattern, std::uint32_t number,
                                            std::uint16_t max_words) {
  constexpr std::size_t kNext = std::tuple_size_v<decltype(PatternBeginning::next)>;
  std::vector<PatternBeginning> beginnings;
  std::string_view last;
  const std::vector<std::string> all =
      possible_beginnings(pattern, kLongestBeginning + kNext, kMostBeginnings);
  for (const std::string_view text : all) {  // sorted
    const std::string_view first = text.substr(0, kLongestBeginning);
    if (beginnings.empty() || first != last) beginnings.push_back({packed(first), number, max_words, {}});
    last = first;
    for (std::size_t i = 0; i < kNext; ++i) {
      const std::size_t at = kLongestBeginning + i;
      beginnings.back().next[i] |= at < text.size() ? next_bit(text[at]) : ~std::uint32_t{0};
    }
  }
  return beginnings;
}

}  // namespace

void PatternTableBuilder::add(std::string pattern, std::uint16_t max_words) {
  const auto number = static_cast<std::uint32_t>(expressions_.size());
  if (makes_automata_) {
    automata_.add(pattern);
  } else {
    automata_.add_none();
  }
  std::vector<std::string> keys = required_keys(pattern);
  // An automaton is soon through with a text that only begins like a match. RE2 is not.
  std::vector<PatternBeginning> beginnings;
  if (keys.empty() || automata_.view().has(number)) beginnings = beginnings_of(pattern, number, max_words);
  const bool by_beginning = !beginnings.empty();
  for (const std::string& key :
       further_keys(pattern, by_beginning ? std::vector<std::string>() : keys, kMostProbes))
    probes_.push_back(make_probe(key));
  probe_begins_.push_back(static_cast<std::uint32_t>(probes_.size()));
  if (by_beginning) {
    beginnings_.entries.insert(beginnings_.entries.end(), beginnings.begin(), beginnings.end());
  } else {
    if (keys.empty()) keys.push_back("");  // met in every text
    for (const std::string& key : keys) add_key(key, max_words, number);
  }
  expressions_.push_back(std::move(pattern));
  most_words_ = std::max(most_words_, max_words);
}

void PatternTableBuilder::add_key(std::string_view key, std::uint16_t max_words, std::uint32_t number) {
  if (key.size() < kLongKey) return short_keys_.push_back({make_probe(key), max_words, number});
  const auto text = static_cast<std::uint32_t>(key_text_.size());
  for (std::uint16_t skipped = 0; skipped < kPieceStep; ++skipped)
    keys_.entries.push_back({text, static_cast<std::uint16_t>(key.size()), skipped, max_words, number});
  key_text_ += key;
}

PatternTables PatternTableBuilder::finish() {
  const auto bit_of = [&](const PatternKey& key) {
    return piece_bit(key_text_.data() + key.text + key.skipped);
  };
  key_bits_.assign(kFilterBits / 64, 0);
  for (const PatternKey& key : keys_.entries) set_bit(key_bits_, bit_of(key));
  beginning_bits_.assign(kFilterBits / 64, 0);
  for (const PatternBeginning& beginning : beginnings_.entries)
    set_bit(beginning_bits_, beginning_bit(beginning.packed));
  keys_.sort(kKeyBuckets, bit_of);
  beginnings_.sort(kBeginningBuckets,
                   [](const PatternBeginning& beginning) { return hash_of_packed(beginning.packed); });
  views_.assign(expressions_.begin(), expressions_.end());

  PatternTables tables;
  tables.expressions = views_;
  tables.automata = automata_.view();
  tables.beginnings = beginnings_.view();
  tables.beginning_bits = beginning_bits_;
  tables.key_text = key_text_;
  tables.keys = keys_.view();
  tables.key_bits = key_bits_;
  tables.short_keys = short_keys_;
  tables.probes = probes_;
  tables.probe_begins = probe_begins_;
  tables.most_words = most_words_;
  return tables;
}

void PatternTables::add_by_beginning(std::string_view text, std::size_t words,
                                     std::vector<std::uint32_t>& numbers) const {
  std::uint32_t bytes = 0;
  for (std::size_t length = 1; length <= std::min(kLongestBeginning, text.size()); ++length) {
    bytes = and_byte(bytes, text[length - 1]);
    if (!has_bit(beginning_bits, beginning_bit(bytes))) continue;
    for (const PatternBeginning& beginning : beginnings.of(hash_of_packed(bytes)))
      if (beginning.packed == bytes && words <= beginning.max_words &&
          (length < kLongestBeginning || goes_on(beginning, text.substr(length))))
        numbers.push_back(beginning.number);
  }
}

// The keys that are looked up by the bytes at a place of a text, and that stand there.
void PatternTables::add_keys_at(std::string_view text, std::size_t at, std::size_t words,
                                std::vector<std::uint32_t>& numbers) const {
  for (const PatternKey& key : keys.of(piece_bit(text.data() + at))) {
    if (words > key.max_words || key.skipped > at) continue;
    if (text.substr(at - key.skipped).starts_with(key_text.substr(key.text, key.bytes)))
      numbers.push_back(key.number);
  }
}

void PatternTables::add_by_key(std::string_view text, std::size_t words,
                               std::vector<std::uint32_t>& numbers) const {
  const auto bits = key_bits;
  for (std::size_t at = 0; at + kPieceBytes <= text.size(); at += kPieceStep)
    if (has_bit(bits, piece_bit(text.data() + at))) add_keys_at(text, at, words, numbers);
}

void PatternTables::add_by_short_key(const TextRuns& runs, std::size_t words,
                                     std::vector<std::uint32_t>& numbers) const {
  for (const PatternShortKey& key : short_keys)
    if (runs.may_hold(key.string) && words <= key.max_words) numbers.push_back(key.number);
}

// Most texts that begin like an expression's lack the words behind it. Its automaton would read on for them
// to the text's end, and its tables are seldom in the cache.
void PatternTables::drop_by_probes(const TextRuns& runs, std::vector<std::uint32_t>& numbers) const {
  std::erase_if(numbers, [&](std::uint32_t number) {
    const auto strings = probes_of(number);
    return !strings.empty() && !runs.may_hold_any(strings);
  });
}

void PatternTables::candidates(std::string_view text, std::size_t words,
                               std::vector<std::uint32_t>& numbers) const {
  numbers.clear();
  if (words > most_words) return;
  thread_local TextRuns runs;
  runs.read(text);
  add_by_beginning(text, words, numbers);
  add_by_key(text, words, numbers);
  add_by_short_key(runs, words, numbers);
  drop_by_probes(runs, numbers);
  if (numbers.size() < 2) return;
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
}

}  // namespace clean_article::site
