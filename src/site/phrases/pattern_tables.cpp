// Which expressions may match: see pattern_tables.hpp.
#include "site/phrases/pattern_tables.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <tuple>

#include "site/phrases/pattern_beginnings.hpp"
#include "site/phrases/pattern_keys.hpp"
#include "text/text.hpp"

namespace clean_article::site {
namespace {

// In bytes: what a beginning is looked up by.
constexpr std::size_t kLongestBeginning = 4;

constexpr std::size_t kKeyBuckets = 1 << 10;
constexpr std::size_t kBeginningBuckets = 1 << 12;

std::uint64_t hash_of_begin(std::string_view begin) {
  std::uint32_t hash = 0;
  for (const char c : begin) hash = (hash ^ static_cast<unsigned char>(c)) * 0x9E37'79B1u;
  return hash >> 15;
}

// Keys are looked up by all they have up to four bytes. Most places in a text begin no key at all, which two
// bits tell: longer keys have one at the hash of their first five bytes, the few shorter ones at that of
// three, whatever the third is where there are two. Both tables fit into the nearest cache.
constexpr std::size_t kLongBegin = 4;
constexpr std::size_t kTellingBytes = 5;
constexpr std::size_t kFilterBits = 1 << 16;
using KeyFilter = std::span<const std::uint64_t>;

// The eight bytes at a place, the first of them the lowest.
std::uint64_t eight_bytes(const char* place) {
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, place, sizeof bytes);
  if constexpr (std::endian::native == std::endian::big) bytes = __builtin_bswap64(bytes);
  return bytes;
}

template <std::size_t kBytes>
std::size_t bit_of(std::uint64_t bytes) {
  return static_cast<std::size_t>((bytes << (64 - 8 * kBytes)) * 0x9E37'79B9'7F4A'7C15u >> 48);
}
std::size_t long_bit(std::uint64_t bytes) {
  return bit_of<kTellingBytes>(bytes);
}
std::size_t short_bit(std::uint64_t bytes) {
  return bit_of<3>(bytes);
}

bool has_bit(KeyFilter filter, std::size_t bit) {
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

// The first bytes of a text as a number; texts hold no NUL, so that lengths differ too.
std::uint32_t packed(std::string_view beginning) {
  std::uint32_t bytes = 0;
  for (const char c : beginning) bytes = bytes << 8 | static_cast<unsigned char>(c);
  return bytes;
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
       further_keys(pattern, by_beginning ? std::vector<std::string>() : keys, kProbeBytes, kMostProbes))
    probes_.push_back(make_probe(key));
  probe_begins_.push_back(static_cast<std::uint32_t>(probes_.size()));
  if (by_beginning) {
    beginnings_.entries.insert(beginnings_.entries.end(), beginnings.begin(), beginnings.end());
  } else {
    if (keys.empty()) keys.push_back("");  // met in every text
    for (const std::string& key : keys) {
      keys_.entries.push_back({static_cast<std::uint32_t>(key_text_.size()),
                               static_cast<std::uint16_t>(key.size()), max_words, number});
      key_text_ += key;
    }
  }
  expressions_.push_back(std::move(pattern));
  most_words_ = std::max(most_words_, max_words);
}

PatternTables PatternTableBuilder::finish() {
  const auto text_of = [&](const PatternKey& key) {
    return std::string_view(key_text_).substr(key.text, key.bytes);
  };
  long_begins_.assign(kFilterBits / 64, 0);
  short_begins_.assign(kFilterBits / 64, 0);
  for (const PatternKey& key : keys_.entries) {
    if (key.bytes == 0) continue;
    char begin[sizeof(std::uint64_t)] = {};
    text_of(key).copy(begin, sizeof begin);
    const std::uint64_t bytes = eight_bytes(begin);
    if (key.bytes >= kTellingBytes) {
      set_bit(long_begins_, long_bit(bytes));
    } else if (key.bytes > 2) {
      set_bit(short_begins_, short_bit(bytes));
    } else if (key.bytes == 2) {
      for (std::uint64_t third = 0; third < 256; ++third)
        set_bit(short_begins_, short_bit(bytes | third << 16));
    } else if (single_bytes_.find(begin[0]) == std::string::npos) {
      single_bytes_ += begin[0];
    }
  }
  beginning_bits_.assign(kFilterBits / 64, 0);
  for (const PatternBeginning& beginning : beginnings_.entries)
    set_bit(beginning_bits_, beginning_bit(beginning.packed));
  keys_.sort(kKeyBuckets,
             [&](const PatternKey& key) { return hash_of_begin(text_of(key).substr(0, kLongBegin)); });
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
  tables.long_begins = long_begins_;
  tables.short_begins = short_begins_;
  tables.single_bytes = single_bytes_;
  tables.probes = probes_;
  tables.probe_begins = probe_begins_;
  tables.most_words = most_words_;
  return tables;
}

void PatternTables::add_by_beginning(std::string_view text, std::size_t words,
                                     std::vector<std::uint32_t>& numbers) const {
  for (std::size_t length = 1; length <= std::min(kLongestBeginning, text.size()); ++length) {
    const std::uint32_t bytes = packed(text.substr(0, length));
    if (!has_bit(beginning_bits, beginning_bit(bytes))) continue;
    for (const PatternBeginning& beginning : beginnings.of(hash_of_packed(bytes)))
      if (beginning.packed == bytes && words <= beginning.max_words &&
          (length < kLongestBeginning || goes_on(beginning, text.substr(length))))
        numbers.push_back(beginning.number);
  }
}

// The keys that are looked up by `begin` and that a text has at the beginning of `rest`.
void PatternTables::add_keys(std::string_view begin, std::string_view rest, std::size_t words,
                             std::vector<std::uint32_t>& numbers) const {
  for (const PatternKey& key : keys.of(hash_of_begin(begin))) {
    if (words > key.max_words || std::min<std::size_t>(key.bytes, kLongBegin) != begin.size()) continue;
    if (rest.substr(0, key.bytes) == key_text.substr(key.text, key.bytes)) numbers.push_back(key.number);
  }
}

void PatternTables::add_keys_at(std::string_view rest, std::size_t words,
                                std::vector<std::uint32_t>& numbers) const {
  for (std::size_t length = 2; length <= kLongBegin && length <= rest.size(); ++length)
    add_keys(rest.substr(0, length), rest, words, numbers);
}

// Which of single_bytes a text has.
std::bitset<256> PatternTables::single_bytes_in(std::string_view text) const {
  std::bitset<256> held;
  for (std::size_t at = 0; at < text.size(); at += text::kSixteen) {
    const text::Bytes bytes = text::first_bytes(text.substr(at));
    for (std::size_t i = 0; i < single_bytes.size(); ++i)
      if (text::bits_of(bytes == static_cast<unsigned char>(single_bytes[i])) != 0) held.set(i);
  }
  return held;
}

void PatternTables::add_by_key(std::string_view text, std::size_t words,
                               std::vector<std::uint32_t>& numbers) const {
  add_keys({}, text, words, numbers);
  const std::bitset<256> held = single_bytes_in(text);
  for (std::size_t i = 0; i < single_bytes.size(); ++i)
    if (held.test(i)) add_keys(single_bytes.substr(i, 1), single_bytes.substr(i, 1), words, numbers);
  const auto look_at = [&](std::uint64_t bytes, std::size_t at) {
    if (has_bit(long_begins, long_bit(bytes)) || has_bit(short_begins, short_bit(bytes)))
      add_keys_at(text.substr(at), words, numbers);
  };
  constexpr std::size_t kRead = sizeof(std::uint64_t);
  std::size_t at = 0;
  for (; at + kRead <= text.size(); ++at) look_at(eight_bytes(text.data() + at), at);
  char end[2 * kRead] = {};
  const std::size_t left = text.copy(end, kRead, at);
  for (std::size_t i = 0; i < left; ++i) look_at(eight_bytes(end + i), at + i);
}

// Most texts that begin like an expression's lack the words behind it. Its automaton would read on for them
// to the text's end, and its tables are seldom in the cache.
void PatternTables::drop_by_probes(std::string_view text, std::vector<std::uint32_t>& numbers) const {
  const auto is_probed = [&](std::uint32_t number) { return !probes_of(number).empty(); };
  if (std::ranges::none_of(numbers, is_probed)) return;
  const TextRuns runs(text);
  std::erase_if(numbers, [&](std::uint32_t number) {
    const auto strings = probes_of(number);
    return !strings.empty() && !runs.may_hold_any(strings);
  });
}

void PatternTables::candidates(std::string_view text, std::size_t words,
                               std::vector<std::uint32_t>& numbers) const {
  numbers.clear();
  if (words > most_words) return;
  add_by_beginning(text, words, numbers);
  add_by_key(text, words, numbers);
  drop_by_probes(text, numbers);
  if (numbers.size() < 2) return;
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
}

}  // namespace clean_article::site
