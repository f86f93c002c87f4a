// Signals of what a page says or builds more than once: texts and passages that stand on it elsewhere (quick
// views, copies of a slider's cards, quotes of earlier posts), and the card of a run of cards that a block is
// in.
#include <algorithm>
#include <limits>
#include <vector>

#include "extract/signals/signals.hpp"

namespace clean_article::extract {

namespace {

// Where on the page each text and each run of four words stands first and last.
class Places {
 public:
  struct Place {
    std::uint32_t first, last;
  };

  explicit Places(const Survey& survey) {
    thread_local HashCounter numbers;  // its table is a page's largest
    numbers.reset(std::min(survey.measures->tokens.size(), kMostComparedWords) + survey.size());
    for (std::size_t i = 0; i < survey.size(); ++i) {
      first_keys_.push_back(keys_.size());
      if (!is_compared(survey, i)) continue;
      for_each_key(survey, i, [&](std::uint64_t key) {
        const auto block = static_cast<std::uint32_t>(i);
        keys_.push_back(numbers.number(key));
        if (keys_.back() == places_.size()) places_.push_back({block, block});
        places_[keys_.back()].last = block;
      });
    }
    first_keys_.push_back(keys_.size());
    numbers.forget_large();
  }

  // Calls fn(Place) for each text and run of words of a block.
  template <typename Fn>
  void for_each_of(std::size_t block, Fn&& fn) const {
    for (std::size_t k = first_keys_[block]; k < first_keys_[block + 1]; ++k) fn(places_[keys_[k]]);
  }

  // Whether a block is among the page's first words, so that its own are known.
  static bool is_compared(const Survey& survey, std::size_t block) {
    return survey.measure(block).end_token <= kMostComparedWords;
  }

 private:
  // The keys of a block: its runs of words, or all of a shorter text.
  template <typename Fn>
  static void for_each_key(const Survey& survey, std::size_t block, Fn&& fn) {
    const Measure& m = survey.measure(block);
    if (m.end_token - m.first_token < kRunWords) return fn(m.text_hash);
    for (std::uint32_t t = m.first_token; t + kRunWords <= m.end_token; ++t)
      fn(run_hash(&survey.measures->tokens[t]));
  }

  std::vector<Place> places_;            // by key
  std::vector<std::uint32_t> keys_;      // of all blocks
  std::vector<std::size_t> first_keys_;  // block → the first of its keys; one more for the end
};

void add_copies(const Survey& survey, SignalTable& table) {
  const Places places(survey);
  for (std::size_t i = 0; i < survey.size(); ++i) {
    std::uint32_t keys = 0, earlier = 0, later = 0;
    auto nearest = std::numeric_limits<std::uint32_t>::max();
    if (!Places::is_compared(survey, i)) {
      table.set(i, Signal::copies_earlier, 0);
      table.set(i, Signal::copies_later, 0);
      table.set(i, Signal::copies_since, -1.0);
      continue;
    }
    places.for_each_of(i, [&](const Places::Place& place) {
      ++keys;
      if (place.first < i) {
        ++earlier;
        nearest = std::min(nearest, static_cast<std::uint32_t>(i) - place.first);
      }
      later += place.last > i;
    });
    table.set(i, Signal::copies_earlier, static_cast<double>(earlier) / keys);
    table.set(i, Signal::copies_later, static_cast<double>(later) / keys);
    table.set(i, Signal::copies_since, earlier == 0 ? -1.0 : nearest);
  }
}

void add_cards(const Survey& survey, SignalTable& table) {
  const double page_chars = std::max(survey.total().chars, 1.0);
  for (std::size_t i = 0; i < survey.size(); ++i) {
    const std::uint32_t card = survey.card_of(i);
    const Tally t = survey.inside(card);
    table.set(i, Signal::card_chars, t.chars);
    table.set(i, Signal::card_place, static_cast<double>(i) - survey.element(card).first_block);
    table.set(i, Signal::cards_share, survey.repeats[card] * t.chars / page_chars);
  }
}

}  // namespace

void add_repeat_signals(const Survey& survey, SignalTable& table) {
  add_copies(survey, table);
  add_cards(survey, table);
}

}  // namespace clean_article::extract
