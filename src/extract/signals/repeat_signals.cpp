#include <algorithm>
#include <limits>

#include "extract/signals/signal_groups.hpp"

namespace clean_article::extract {

RepeatSignals::RepeatSignals(const Survey& survey) : survey_(survey) {
  thread_local HashCounter numbers;  // its table is a page's largest
  const std::size_t most = std::min(survey.measures->tokens.size(), kMostComparedWords) + survey.size();
  numbers.reset(most);
  keys_.reserve(most);
  first_keys_.reserve(survey.size() + 1);
  for (std::size_t i = 0; i < survey.size(); ++i) {
    first_keys_.push_back(keys_.size());
    if (!is_compared(i)) continue;
    for_each_key(i, [&](std::uint64_t key) {
      const auto block = static_cast<std::uint32_t>(i);
      keys_.push_back(numbers.number(key));
      if (keys_.back() == places_.size()) places_.push_back({block, block});
      places_[keys_.back()].last = block;
    });
  }
  first_keys_.push_back(keys_.size());
  numbers.forget_large();
}

// Whether a block is among the page's first words, so that its own are known.
bool RepeatSignals::is_compared(std::size_t block) const {
  return survey_.measure(block).end_token <= kMostComparedWords;
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
  const auto share = [&](std::uint32_t count) {
    return keys.empty() ? 0.0 : static_cast<double>(count) / static_cast<double>(keys.size());
  };
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
