// Expressions behind their keys: see pattern_index.hpp.
#include "site/pattern_index.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <cstddef>

#include "site/pattern_keys.hpp"

namespace clean_article::site {
namespace {

RE2::Options pattern_options() {
  RE2::Options options;
  options.set_log_errors(false);
  options.set_never_capture(true);
  return options;
}

constexpr std::size_t kBuckets = 1 << 14;

// Keys are found by their first two bytes or, where they have them, by their first four.
std::size_t bucket_of(std::string_view begin) {
  std::uint32_t hash = 0;
  for (const char c : begin) hash = (hash ^ static_cast<unsigned char>(c)) * 0x9E37'79B1u;
  return (hash >> 15) % kBuckets;
}
constexpr std::size_t kShortBegin = 2;
constexpr std::size_t kLongBegin = 4;

std::string_view begin_of(std::string_view key) {
  return key.substr(0, key.size() < kLongBegin ? kShortBegin : kLongBegin);
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

void PatternIndex::add(std::string pattern) {
  const auto number = static_cast<std::uint32_t>(patterns_.size());
  const std::vector<std::string> keys = required_keys(pattern);
  if (keys.empty()) always_.push_back(number);
  for (const std::string& key : keys) {
    if (key.size() == 1) {
      short_keys_[static_cast<unsigned char>(key.front())].push_back(number);
    } else {
      keys_.push_back({key, number});
    }
  }
  patterns_.push_back(std::make_unique<Pattern>());
  patterns_.back()->text = std::move(pattern);
}

void PatternIndex::finish() {
  std::stable_sort(keys_.begin(), keys_.end(), [](const Key& a, const Key& b) {
    return bucket_of(begin_of(a.text)) < bucket_of(begin_of(b.text));
  });
  buckets_.assign(kBuckets + 1, 0);
  for (const Key& key : keys_) ++buckets_[bucket_of(begin_of(key.text)) + 1];
  for (std::size_t i = 1; i <= kBuckets; ++i) buckets_[i] += buckets_[i - 1];
}

void PatternIndex::candidates(std::string_view text, std::vector<std::uint32_t>& numbers) const {
  numbers = always_;
  const auto visit = [&](std::string_view rest, std::size_t begin) {
    const std::size_t bucket = bucket_of(rest.substr(0, begin));
    for (std::uint32_t i = buckets_[bucket]; i < buckets_[bucket + 1]; ++i) {
      if (rest.substr(0, keys_[i].text.size()) == keys_[i].text) numbers.push_back(keys_[i].number);
    }
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    for (const std::uint32_t number : short_keys_[static_cast<unsigned char>(text[i])]) {
      numbers.push_back(number);
    }
    const std::string_view rest = text.substr(i);
    if (rest.size() >= kShortBegin) visit(rest, kShortBegin);
    if (rest.size() >= kLongBegin) visit(rest, kLongBegin);
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
