// Which expressions may match: see pattern_tables.hpp.
#include "site/phrases/pattern_tables.hpp"

#include <algorithm>

#include "site/phrases/pattern_beginnings.hpp"
#include "site/phrases/pattern_keys.hpp"

namespace clean_article::site {
namespace {

constexpr std::size_t kKeyBuckets = 1 << 10;
constexpr std::size_t kBeginningBuckets = 1 << 12;

std::uint64_t hash_of_begin(std::string_view begin) {
  std::uint32_t hash = 0;
  for (const char c : begin) hash = (hash ^ static_cast<unsigned char>(c)) * 0x9E37'79B1u;
  return hash >> 15;
}

// Keys are found by all they have up to four bytes. What is looked up first, since most places in a text
// begin no key at all, is whether any key starts with the three bytes there, or with the first of them where
// keys are shorter.
constexpr std::size_t kLongBegin = 4;
constexpr std::size_t kFilterBytes = 3;
constexpr std::size_t kFilterSize = 1 << 16;

constexpr std::uint8_t length_bit(std::size_t length) {
  return static_cast<std::uint8_t>(1u << std::min(length, kLongBegin));
}

// Of more strings it costs as much to look for them as to run the expression.
constexpr std::size_t kMostProbes = 64;

std::size_t filter_of(const char* bytes) {
  const auto byte = [&](int i) { return static_cast<std::size_t>(static_cast<unsigned char>(bytes[i])); };
  return (byte(0) << 10 ^ byte(1) << 5 ^ byte(2)) % kFilterSize;
}

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
  const bool by_beginning = !beginnings.empty() && (keys.empty() || automata_.view().has(number));
  for (const std::string& key :
       further_keys(pattern, by_beginning ? std::vector<std::string>() : keys, kProbeBytes, kMostProbes))
    probes_.push_back(make_probe(key));
  probe_begins_.push_back(static_cast<std::uint32_t>(probes_.size()));
  if (by_beginning) {
    for (const std::string& beginning : beginnings)
      beginnings_.entries.push_back({packed(beginning), number, max_words});
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
  long_begins_.assign(kFilterSize, 0);
  short_begins_.assign(256, 0);
  for (const PatternKey& key : keys_.entries) {
    if (key.bytes == 0) continue;
    const char* const text = text_of(key).data();
    if (key.bytes < kFilterBytes) {
      short_begins_[static_cast<unsigned char>(text[0])] |= length_bit(key.bytes);
    } else {
      long_begins_[filter_of(text)] |= length_bit(key.bytes);
    }
  }
  keys_.sort(kKeyBuckets,
             [&](const PatternKey& key) { return hash_of_begin(text_of(key).substr(0, kLongBegin)); });
  beginnings_.sort(kBeginningBuckets,
                   [](const PatternBeginning& beginning) { return hash_of_packed(beginning.packed); });
  views_.assign(expressions_.begin(), expressions_.end());

  PatternTables tables;
  tables.expressions = views_;
  tables.automata = automata_.view();
  tables.beginnings = beginnings_.view();
  tables.key_text = key_text_;
  tables.keys = keys_.view();
  tables.long_begins = long_begins_;
  tables.short_begins = short_begins_;
  tables.probes = probes_;
  tables.probe_begins = probe_begins_;
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

void PatternTables::add_by_key(std::string_view text, std::size_t words,
                               std::vector<std::uint32_t>& numbers) const {
  const auto visit = [&](std::string_view rest, std::size_t begin) {
    for (const PatternKey& key : keys.of(hash_of_begin(rest.substr(0, begin)))) {
      if (words > key.max_words) continue;
      if (rest.substr(0, key.bytes) == key_text.substr(key.text, key.bytes)) numbers.push_back(key.number);
    }
  };
  visit({}, 0);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view rest = text.substr(i);
    std::uint8_t begins = short_begins[static_cast<unsigned char>(rest[0])];
    if (rest.size() >= kFilterBytes) begins |= long_begins[filter_of(rest.data())];
    if (begins == 0) continue;
    for (std::size_t length = 1; length <= kLongBegin && length <= rest.size(); ++length)
      if ((begins & length_bit(length)) != 0) visit(rest, length);
  }
}

// Most texts that begin like an expression's lack the words behind it. Its automaton would read on for them
// to the text's end, and its tables are seldom in the cache.
void PatternTables::drop_by_probes(std::string_view text, std::vector<std::uint32_t>& numbers) const {
  if (numbers.empty()) return;
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
