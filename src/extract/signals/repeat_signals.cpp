#include <algorithm>
#include <bit>
#include <limits>

#include "extract/signals/signal_groups.hpp"

namespace clean_article::extract {

namespace {

// Tells keys that are met once from those that may be met again, in two bits for each of many more places
// than there are keys: most of a page's runs of words are said once, and those bits lie in the nearest cache.
class SeenTwice {
 public:
  explicit SeenTwice(std::size_t keys) {
    constexpr std::size_t kPlacesPerKey = 8;
    const std::size_t words = std::bit_ceil(keys * kPlacesPerKey / 64 + 1);
    once_.assign(words, 0);
    again_.assign(words, 0);
    mask_ = words * 64 - 1;
  }
  void add(std::uint64_t key) {
    const std::size_t place = place_of(key);
    const std::uint64_t bit = std::uint64_t{1} << place % 64;
    again_[place / 64] |= once_[place / 64] & bit;
    once_[place / 64] |= bit;
  }
  bool may_have_again(std::uint64_t key) const {
    const std::size_t place = place_of(key);
    return (again_[place / 64] >> place % 64 & 1) != 0;
  }

 private:
  std::size_t place_of(std::uint64_t key) const { return static_cast<std::size_t>(key ^ key >> 32) & mask_; }

  std::vector<std::uint64_t> once_, again_;
  std::size_t mask_ = 0;
};

}  // namespace

RepeatSignals::RepeatSignals(const Survey& survey) : survey_(survey) {
  std::vector<std::uint64_t> all;  // keys
  std::vector<std::size_t> ends;   // by block, in these
  all.reserve(std::min(survey.measures->tokens.size(), kMostComparedWords) + survey.size());
  ends.reserve(survey.size());
  for (std::size_t i = 0; i < survey.size(); ++i) {
    if (is_compared(i)) for_each_key(i, [&](std::uint64_t key) { all.push_back(key); });
    ends.push_back(all.size());
  }
  SeenTwice seen(all.size());
  for (const std::uint64_t key : all) seen.add(key);
  const auto repeated = static_cast<std::size_t>(
      std::ranges::count_if(all, [&](std::uint64_t key) { return seen.may_have_again(key); }));

  HashCounter numbers;
  numbers.reset(repeated);
  keys_.reserve(repeated);
  first_keys_.reserve(survey.size() + 1);
  std::size_t at = 0;
  for (std::uint32_t block = 0; block < survey.size(); ++block) {
    first_keys_.push_back(keys_.size());
    for (; at < ends[block]; ++at) {
      if (!seen.may_have_again(all[at])) continue;
      keys_.push_back(numbers.number(all[at]));
      if (keys_.back() == places_.size()) places_.push_back({block, block});
      places_[keys_.back()].last = block;
    }
  }
  first_keys_.push_back(keys_.size());
}

// Whether a block is among the page's first words, so that its own are known.
bool RepeatSignals::is_compared(std::size_t block) const {
  return survey_.measure(block).end_token <= kMostComparedWords;
}

std::size_t RepeatSignals::keys_of(std::size_t block) const {
  const Measure& m = survey_.measure(block);
  const std::size_t words = m.end_token - m.first_token;
  return words < kRunWords ? 1 : words - kRunWords + 1;
}

// The keys of a block: its runs of words, or all of a shorter text.
template <typename Fn>
void RepeatSignals::for_each_key(std::size_t block, Fn&& fn) const {
  const Measure& m = survey_.measure(block);
  if (m.end_token - m.first_token < kRunWords) return fn(m.text_hash);
  for (std::uint32_t t = m.first_token; t + kRunWords <= m.end_token; ++t)
    fn(run_hash(&survey_.measures->tokens[t]));
}

void RepeatSignals::add(std::size_t i, SignalRow row) const {
  add_copies(i, row);
  add_card(i, row);
}

void RepeatSignals::add_copies(std::size_t i, SignalRow row) const {
  const std::span keys = std::span(keys_).subspan(first_keys_[i], first_keys_[i + 1] - first_keys_[i]);
  std::uint32_t earlier = 0;
  std::uint32_t later = 0;
  auto nearest = std::numeric_limits<std::uint32_t>::max();
  for (const std::uint32_t key : keys) {
    const Place& place = places_[key];
    if (place.first < i) {
      ++earlier;
      nearest = std::min(nearest, static_cast<std::uint32_t>(i) - place.first);
    }
    later += place.last > i ? 1 : 0;
  }
  const auto all = static_cast<double>(keys_of(i));
  const auto share = [&](std::uint32_t count) { return static_cast<double>(count) / all; };
  row.set(Signal::copies_earlier, share(earlier));
  row.set(Signal::copies_later, share(later));
  row.set(Signal::copies_since, earlier == 0 ? -1.0 : nearest);
}

void RepeatSignals::add_card(std::size_t i, SignalRow row) const {
  const std::uint32_t card = survey_.card_of(i);
  const double chars = survey_.inside(card, &Tally::chars);
  row.set(Signal::card_chars, chars);
  row.set(Signal::card_place, static_cast<double>(i) - survey_.element(card).first_block);
  row.set(Signal::cards_share, survey_.repeats[card] * chars / std::max(survey_.total().chars, 1.0));
}

}  // namespace clean_article::extract
