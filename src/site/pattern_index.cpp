// Expressions behind their keys: see pattern_index.hpp.
#include "site/pattern_index.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <cstddef>

#include "site/pattern_keys.hpp"

namespace clean_article::site {
namespace {

// For the automaton of one expression, which grows as texts need it. Past this RE2 starts it anew; where even
// its first states do not fit (2 MB, for dates with all names of months) each text is matched fifty times as
// slowly.
constexpr std::int64_t kAutomatonBytes = std::int64_t{8} << 20;

RE2::Options pattern_options() {
  RE2::Options options;
  options.set_log_errors(false);
  options.set_never_capture(true);
  options.set_max_mem(kAutomatonBytes);
  return options;
}

constexpr std::size_t kBuckets = 1 << 14;

std::size_t bucket_of(std::string_view begin) {
  std::uint32_t hash = 0;
  for (const char c : begin) hash = (hash ^ static_cast<unsigned char>(c)) * 0x9E37'79B1u;
  return (hash >> 15) % kBuckets;
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

std::size_t filter_of(const char* bytes) {
  const auto byte = [&](int i) { return static_cast<std::size_t>(static_cast<unsigned char>(bytes[i])); };
  return (byte(0) << 10 ^ byte(1) << 5 ^ byte(2)) % kFilterSize;
}

std::string_view begin_of(std::string_view key) {
  return key.substr(0, kLongBegin);
}

}  // namespace

PatternIndex::PatternIndex() = default;

PatternIndex::~PatternIndex() {
  for (const auto& pattern : patterns_) delete pattern->compiled.load();
}

std::string PatternIndex::problem_of(const std::string& pattern) {
  const RE2 compiled(pattern, pattern_options());
  return compiled.ok() ? std::string() : compiled.error();
}

void PatternIndex::add(std::string pattern, std::uint16_t max_words) {
  const auto number = static_cast<std::uint32_t>(patterns_.size());
  std::vector<std::string> keys = required_keys(pattern);
  if (keys.empty()) keys.emplace_back();  // met in every text
  for (std::string& key : keys) keys_.push_back({std::move(key), number, max_words});
  patterns_.push_back(std::make_unique<Pattern>());
  patterns_.back()->text = std::move(pattern);
  most_words_ = std::max(most_words_, max_words);
}

void PatternIndex::finish() {
  std::stable_sort(keys_.begin(), keys_.end(), [](const Key& a, const Key& b) {
    return bucket_of(begin_of(a.text)) < bucket_of(begin_of(b.text));
  });
  buckets_.assign(kBuckets + 1, 0);
  long_begins_.assign(kFilterSize, 0);
  short_begins_.assign(256, 0);
  for (const Key& key : keys_) {
    ++buckets_[bucket_of(begin_of(key.text)) + 1];
    if (key.text.empty()) continue;
    if (key.text.size() < kFilterBytes) {
      short_begins_[static_cast<unsigned char>(key.text[0])] |= length_bit(key.text.size());
    } else {
      long_begins_[filter_of(key.text.data())] |= length_bit(key.text.size());
    }
  }
  for (std::size_t i = 1; i <= kBuckets; ++i) buckets_[i] += buckets_[i - 1];
}

void PatternIndex::candidates(std::string_view text, std::size_t words,
                              std::vector<std::uint32_t>& numbers) const {
  numbers.clear();
  if (words > most_words_) return;
  const auto visit = [&](std::string_view rest, std::size_t begin) {
    const std::size_t bucket = bucket_of(rest.substr(0, begin));
    for (std::uint32_t i = buckets_[bucket]; i < buckets_[bucket + 1]; ++i) {
      const Key& key = keys_[i];
      if (words <= key.max_words && rest.substr(0, key.text.size()) == key.text)
        numbers.push_back(key.number);
    }
  };
  visit({}, 0);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view rest = text.substr(i);
    std::uint8_t begins = short_begins_[static_cast<unsigned char>(rest[0])];
    if (rest.size() >= kFilterBytes) begins |= long_begins_[filter_of(rest.data())];
    if (begins == 0) continue;
    for (std::size_t length = 1; length <= kLongBegin && length <= rest.size(); ++length)
      if ((begins & length_bit(length)) != 0) visit(rest, length);
  }
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
}

bool PatternIndex::matches(std::uint32_t number, std::string_view text) const {
  std::atomic<RE2*>& slot = patterns_[number]->compiled;
  RE2* compiled = slot.load(std::memory_order_acquire);
  if (compiled == nullptr) {
    auto fresh = std::make_unique<RE2>(patterns_[number]->text, pattern_options());
    if (slot.compare_exchange_strong(compiled, fresh.get(), std::memory_order_acq_rel)) {
      compiled = fresh.release();
    }
  }
  return RE2::FullMatch(re2::StringPiece(text.data(), text.size()), *compiled);
}

}  // namespace clean_article::site
