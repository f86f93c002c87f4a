// Signals of the group of blocks that look alike: the same names and classes on their elements.
#include <algorithm>
#include <cmath>
#include <vector>

#include "extract/signals/signals.hpp"

namespace clean_article::extract {

namespace {

struct Group {
  double size = 0, chars = 0, chars_squared = 0, link_chars = 0, paragraph_chars = 0;
  double words = 0, function_words = 0, sentences = 0;
  std::size_t first = 0, last = 0;
};

// Blocks by group and the groups' sums.
struct Grouping {
  std::vector<std::uint32_t> of;  // per block
  std::vector<Group> groups;

  void build(const Survey& survey, const std::vector<std::uint64_t>& keys, HashCounter& counter) {
    counter.reset(keys.size());
    of.resize(keys.size());
    groups.clear();
    for (std::size_t i = 0; i < keys.size(); ++i) {
      of[i] = counter.number(keys[i]);
      if (of[i] == groups.size()) groups.emplace_back().first = i;
      Group& g = groups[of[i]];
      const Measure& m = survey.measure(i);
      g.size += 1;
      g.chars += m.chars;
      g.chars_squared += static_cast<double>(m.chars) * m.chars;
      g.link_chars += m.link_chars;
      g.paragraph_chars += m.paragraph_chars();
      g.words += m.words;
      g.function_words += m.function_words;
      g.sentences += m.ends_sentence ? 1 : 0;
      g.last = i;
    }
  }

  // The group with most paragraph text, the first of equals.
  std::uint32_t largest() const {
    std::uint32_t best = 0;
    for (std::uint32_t g = 0; g < groups.size(); ++g)
      if (groups[g].paragraph_chars > groups[best].paragraph_chars) best = g;
    return best;
  }
};

void add_columns(const Survey& survey, const Grouping& grouping, SignalTable& table, Signal first) {
  const double page_chars = std::max(survey.total().chars, 1.0);
  const double page_prose = std::max(survey.total().paragraph_chars, 1.0);
  const auto n = static_cast<double>(survey.size());
  for (std::size_t i = 0; i < survey.size(); ++i) {
    const Group& g = grouping.groups[grouping.of[i]];
    const double average = g.chars / g.size;
    const double variance = std::max(g.chars_squared / g.size - average * average, 0.0);
    const double values[] = {g.size,
                             average,
                             g.link_chars / std::max(g.chars, 1.0),
                             g.chars / page_chars,
                             g.paragraph_chars / page_prose,
                             g.function_words / std::max(g.words, 1.0),
                             g.sentences / g.size,
                             std::sqrt(variance) / std::max(average, 1.0),
                             static_cast<double>(g.last - g.first) / n};
    for (std::size_t v = 0; v < std::size(values); ++v) table.set(i, first, v, values[v]);
  }
}

std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
  return (a ^ (b + (a << 7))) * 0x9E37'79B9'7F4A'7C15u;
}

// Paragraph text under each block's grandparent, relative to the largest such.
void add_grandparents(const Survey& survey, SignalTable& table) {
  std::vector<double> mass(survey.page->elements.size(), 0.0);
  std::vector<std::uint32_t> above(survey.size());
  double largest = 1;
  for (std::size_t i = 0; i < survey.size(); ++i) {
    const std::uint32_t e = survey.parent(survey.parent(survey.block(i).element));
    above[i] = e;
    mass[e] += survey.measure(i).paragraph_chars();
    largest = std::max(largest, mass[e]);
  }
  for (std::size_t i = 0; i < survey.size(); ++i)
    table.set(i, Signal::grandparent_relative, mass[above[i]] / largest);
}

}  // namespace

void add_group_signals(const Survey& survey, SignalTable& table) {
  const std::size_t n = survey.size();
  std::vector<std::uint64_t> keys(n);
  HashCounter counter;
  const auto signature = [&](std::uint32_t e) { return survey.element(e).signature; };
  for (std::size_t i = 0; i < n; ++i) {
    const std::uint32_t e = survey.block(i).element;
    keys[i] = mix(signature(e), signature(survey.parent(e)));
  }
  Grouping pairs;
  pairs.build(survey, keys, counter);
  add_columns(survey, pairs, table, Signal::pair_size);

  for (std::size_t i = 0; i < n; ++i) {
    const Block& b = survey.block(i);
    keys[i] =
        mix(mix(keys[i], signature(survey.parent(survey.parent(b.element)))), signature(b.inner_element));
  }
  Grouping paths;
  paths.build(survey, keys, counter);
  add_columns(survey, paths, table, Signal::path_size);

  const double top = std::max(pairs.groups[pairs.largest()].paragraph_chars, 1.0);
  const Group& main = paths.groups[paths.largest()];
  const std::uint32_t title = survey.title_block == kNone ? 0 : survey.title_block;
  double like_title = 0;
  for (std::size_t i = 0; i < n; ++i) {
    like_title += pairs.of[i] == pairs.of[title] ? 1 : 0;
    table.set(i, Signal::pair_relative, pairs.groups[pairs.of[i]].paragraph_chars / top);
    table.set(i, Signal::titles_so_far, like_title);
    table.set(i, Signal::from_main_first, static_cast<double>(i) - static_cast<double>(main.first));
    table.set(i, Signal::from_main_last, static_cast<double>(i) - static_cast<double>(main.last));
  }
  add_grandparents(survey, table);
}

}  // namespace clean_article::extract
