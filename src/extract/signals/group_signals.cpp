#include <algorithm>
#include <cmath>

#include "extract/signals/signal_groups.hpp"

namespace clean_article::extract {

namespace {

// What is added up over the blocks of a group.
struct Sums {
  double size = 0, chars = 0, chars_squared = 0, link_chars = 0, paragraph_chars = 0;
  double words = 0, function_words = 0, sentences = 0;
  std::size_t first = 0, last = 0;

  void add(const Measure& m, std::size_t block) {
    size += 1;
    chars += m.chars;
    chars_squared += static_cast<double>(m.chars) * m.chars;
    link_chars += m.link_chars;
    paragraph_chars += m.paragraph_chars();
    words += m.words;
    function_words += m.function_words;
    sentences += m.ends_sentence ? 1 : 0;
    last = block;
  }
};

std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
  return (a ^ (b + (a << 7))) * 0x9E37'79B9'7F4A'7C15u;
}

}  // namespace

void GroupSignals::Grouping::build(const Survey& survey, const std::vector<std::uint64_t>& keys,
                                   HashCounter& counter) {
  std::vector<Sums> sums;
  counter.reset(keys.size());
  of.resize(keys.size());
  for (std::size_t i = 0; i < keys.size(); ++i) {
    of[i] = counter.number(keys[i]);
    if (of[i] == sums.size()) sums.emplace_back().first = i;
    sums[of[i]].add(survey.measure(i), i);
  }
  const double page_chars = std::max(survey.total().chars, 1.0);
  const double page_prose = std::max(survey.total().paragraph_chars, 1.0);
  const auto n = static_cast<double>(survey.size());
  groups.reserve(sums.size());
  for (const Sums& s : sums) {
    const double average = s.chars / s.size;
    const double variance = std::max(s.chars_squared / s.size - average * average, 0.0);
    const double columns[kColumns] = {s.size,
                                      average,
                                      s.link_chars / std::max(s.chars, 1.0),
                                      s.chars / page_chars,
                                      s.paragraph_chars / page_prose,
                                      s.function_words / std::max(s.words, 1.0),
                                      s.sentences / s.size,
                                      std::sqrt(variance) / std::max(average, 1.0),
                                      static_cast<double>(s.last - s.first) / n};
    Group& group = groups.emplace_back(Group{{}, s.paragraph_chars, s.first, s.last});
    std::ranges::transform(columns, group.columns.begin(), [](double c) { return static_cast<float>(c); });
  }
}

const GroupSignals::Grouping::Group& GroupSignals::Grouping::largest() const {
  return *std::ranges::max_element(groups, {}, &Group::paragraph_chars);
}

GroupSignals::GroupSignals(const Survey& survey) : survey_(survey) {
  const std::size_t n = survey.size();
  std::vector<std::uint64_t> keys(n);
  HashCounter counter;
  const auto signature = [&](std::uint32_t e) { return survey.element(e).signature; };
  for (std::size_t i = 0; i < n; ++i) {
    const std::uint32_t e = survey.block(i).element;
    keys[i] = mix(signature(e), signature(survey.parent(e)));
  }
  pairs_.build(survey, keys, counter);
  for (std::size_t i = 0; i < n; ++i) {
    const Block& b = survey.block(i);
    keys[i] =
        mix(mix(keys[i], signature(survey.parent(survey.parent(b.element)))), signature(b.inner_element));
  }
  paths_.build(survey, keys, counter);
  top_pair_ = std::max(pairs_.largest().paragraph_chars, 1.0);
  main_first_ = paths_.largest().first;
  main_last_ = paths_.largest().last;
  find_grandparents();
}

void GroupSignals::find_grandparents() {
  std::vector<double> mass(survey_.page->elements.size(), 0.0);
  const auto grandparent = [&](std::size_t block) {
    return survey_.parent(survey_.parent(survey_.block(block).element));
  };
  double largest = 1;
  for (std::size_t i = 0; i < survey_.size(); ++i) {
    double& of_grandparent = mass[grandparent(i)];
    of_grandparent += survey_.measure(i).paragraph_chars();
    largest = std::max(largest, of_grandparent);
  }
  grandparents_.reserve(survey_.size());
  for (std::size_t i = 0; i < survey_.size(); ++i)
    grandparents_.push_back(static_cast<float>(mass[grandparent(i)] / largest));
}

void GroupSignals::add(std::size_t i, SignalRow row) {
  const std::uint32_t title = survey_.title_block == kNone ? 0 : survey_.title_block;
  const auto at = static_cast<double>(i);
  row.set(Signal::pair_size, pairs_.group_of(i).columns);
  row.set(Signal::path_size, paths_.group_of(i).columns);
  like_title_ += pairs_.of[i] == pairs_.of[title] ? 1 : 0;
  row.set(Signal::pair_relative, pairs_.group_of(i).paragraph_chars / top_pair_);
  row.set(Signal::titles_so_far, like_title_);
  row.set(Signal::from_main_first, at - static_cast<double>(main_first_));
  row.set(Signal::from_main_last, at - static_cast<double>(main_last_));
  row.set(Signal::grandparent_relative, grandparents_[i]);
}

}  // namespace clean_article::extract
