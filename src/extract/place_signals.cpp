// Signals of where a block stands: under which elements, how far from title, headings, paragraphs, and what
// its neighbours are.
#include <algorithm>
#include <vector>

#include "extract/signals.hpp"

namespace clean_article::extract {

namespace {

constexpr double kNoPlace = -999;
constexpr double kFarBlocks = 99;

void add_headings(const Survey& survey, SignalTable& table) {
  std::size_t last = 0;
  bool seen = false;
  for (std::size_t i = 0; i < survey.size(); ++i) {
    if (survey.is_heading(i)) {
      last = i;
      seen = true;
    }
    table.set(i, Signal::from_heading, seen ? static_cast<double>(i - last) : kFarBlocks);
    table.set(i, Signal::heading_level, seen ? survey.block(last).level : -1);
    table.set(i, Signal::heading_announces, seen ? survey.announces[last] : -1);
    table.set(i, Signal::heading_link_density, seen ? survey.measure(last).link_density : -1);
    const auto depth = [&](std::size_t b) { return survey.element(survey.block(b).element).depth; };
    table.set(i, Signal::heading_depth, seen ? depth(i) - depth(last) : -50);
    table.set(i, Signal::paragraphs_since_heading,
              seen ? survey.before[i].paragraph_chars - survey.before[last].paragraph_chars : -1);
    table.set(i, Signal::next_is_heading, i + 1 < survey.size() && survey.is_heading(i + 1));
  }
}

void add_title(const Survey& survey, SignalTable& table) {
  std::vector<std::size_t> h1;
  for (std::size_t i = 0; i < survey.size(); ++i)
    if (survey.is_heading(i) && survey.block(i).level == 1) h1.push_back(i);
  const std::uint32_t title = survey.title_block;
  for (std::size_t i = 0; i < survey.size(); ++i) {
    const auto from = [&](std::size_t place) { return static_cast<double>(i) - static_cast<double>(place); };
    table.set(i, Signal::from_title, title == kNone ? kNoPlace : from(title));
    table.set(i, Signal::chars_from_title,
              title == kNone ? kNoPlace * 100 : survey.before[i].chars - survey.before[title].chars);
    table.set(i, Signal::from_first_h1, h1.empty() ? kNoPlace : from(h1.front()));
    table.set(i, Signal::from_last_h1, h1.empty() ? kNoPlace : from(h1.back()));
  }
}

void add_big_paragraphs(const Survey& survey, SignalTable& table) {
  constexpr float kBig = 140;  // characters of running text
  std::vector<std::size_t> big;
  for (std::size_t i = 0; i < survey.size(); ++i)
    if (survey.measure(i).paragraph_chars() >= kBig) big.push_back(i);
  std::size_t passed = 0;  // big paragraphs before i
  for (std::size_t i = 0; i < survey.size(); ++i) {
    while (passed < big.size() && big[passed] < i) ++passed;
    const auto set = [&](Signal s, bool known, double value) { table.set(i, s, known ? value : kNoPlace); };
    const auto at = static_cast<double>(i);
    const bool any = !big.empty();
    set(Signal::from_first_big, any, any ? at - static_cast<double>(big.front()) : 0);
    set(Signal::from_last_big, any, any ? at - static_cast<double>(big.back()) : 0);
    set(Signal::from_previous_big, any, passed > 0 ? at - static_cast<double>(big[passed - 1]) : kFarBlocks);
    set(Signal::to_next_big, any, passed < big.size() ? static_cast<double>(big[passed]) - at : kFarBlocks);
    set(Signal::big_before, any, any ? static_cast<double>(passed) / static_cast<double>(big.size()) : 0);
  }
}

// Columns of one neighbour, in the order of signal_list.hpp.
void add_neighbour(const Survey& survey, SignalTable& table, std::size_t i, std::size_t other, int steps,
                   Signal first) {
  const bool exists = other < survey.size();
  std::size_t column = 0;
  const auto add = [&](double value, double missing) {
    table.set(i, first, column++, exists ? value : missing);
  };
  const Block& b = survey.block(i);
  const Block& o = exists ? survey.block(other) : b;
  const Measure& m = exists ? survey.measure(other) : survey.measure(i);
  const Element& own = survey.element(b.element);
  const Element& theirs = survey.element(o.element);
  add(m.chars, -1);
  add(m.link_density, -1);
  add(m.function_density, -1);
  if (steps >= 3) return;
  add(static_cast<double>(theirs.tag), -1);
  add(m.ends_sentence, -1);
  add(survey.parent(b.element) == survey.parent(o.element), 0);
  if (steps >= 2) return;
  add(own.depth - theirs.depth, 0);
  add(own.signature == theirs.signature, 0);
}

void add_windows(const Survey& survey, SignalTable& table, std::size_t i) {
  Signal first = Signal::window2_paragraph_chars;
  for (const std::size_t width : {2, 5, 12}) {
    const std::size_t low = i > width ? i - width : 0;
    const std::size_t high = std::min(i + width + 1, survey.size());
    const Tally all = survey.before[high] - survey.before[low];
    const double chars = std::max(all.chars, 1.0);
    table.set(i, first, 0, all.paragraph_chars);
    table.set(i, first, 1, all.link_chars / chars);
    table.set(i, first, 2, all.paragraph_chars / chars);
    table.set(i, first, 3, survey.before[i].paragraph_chars - survey.before[low].paragraph_chars);
    table.set(i, first, 4, survey.before[high].paragraph_chars - survey.before[i + 1].paragraph_chars);
    first = static_cast<Signal>(static_cast<std::size_t>(first) + 5);
  }
}

}  // namespace

void add_place_signals(const Survey& survey, SignalTable& table) {
  add_headings(survey, table);
  add_title(survey, table);
  add_big_paragraphs(survey, table);
  const double chars = std::max(survey.total().chars, 1.0);
  for (std::size_t i = 0; i < survey.size(); ++i) {
    for (std::size_t c = 0; c < kCategoryCount; ++c)
      table.set(i, Signal::near_nav, c, survey.distance(i, static_cast<Category>(c)));
    table.set(i, Signal::depth, survey.element(survey.block(i).element).depth);
    table.set(i, Signal::position_chars, survey.before[i].chars / chars);
    table.set(i, Signal::position_blocks, static_cast<double>(i) / static_cast<double>(survey.size()));
    table.set(i, Signal::index, static_cast<double>(i));
    table.set(i, Signal::chars_before, survey.before[i].chars);
    table.set(i, Signal::chars_after, survey.total().chars - survey.before[i].chars);
    const Signal previous[] = {Signal::previous1_chars, Signal::previous2_chars, Signal::previous3_chars};
    const Signal next[] = {Signal::next1_chars, Signal::next2_chars, Signal::next3_chars};
    for (int steps = 1; steps <= 3; ++steps) {
      const auto k = static_cast<std::size_t>(steps);
      add_neighbour(survey, table, i, i - k, steps, previous[k - 1]);  // wraps to "none" at the start
      add_neighbour(survey, table, i, i + k, steps, next[k - 1]);
    }
    add_windows(survey, table, i);
  }
}

}  // namespace clean_article::extract
