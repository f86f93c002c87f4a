// Signals of the elements above a block.
#include <algorithm>

#include "extract/signals.hpp"

namespace clean_article::extract {

void add_ancestor_signals(const Survey& survey, SignalTable& table) {
  constexpr int kLevels[] = {1, 2, 3, 4, 6};
  constexpr Signal kFirst[] = {Signal::up1_share, Signal::up2_share, Signal::up3_share, Signal::up4_share,
                               Signal::up6_share};
  const double page_chars = std::max(survey.total().chars, 1.0);
  const double page_prose = std::max(survey.total().paragraph_chars, 1.0);
  for (std::size_t i = 0; i < survey.size(); ++i) {
    std::uint32_t e = survey.block(i).element;
    std::uint32_t most = survey.repeats[e];
    int most_level = 0;
    table.set(i, Signal::repeats, most);
    std::size_t next = 0;
    for (int level = 1; level <= 7; ++level) {
      e = survey.parent(e);
      if (survey.repeats[e] > most) {
        most = survey.repeats[e];
        most_level = level;
      }
      if (next >= std::size(kLevels) || kLevels[next] != level) continue;
      const Tally t = survey.inside(e);
      const double chars = std::max(t.chars, 1.0);
      const double values[] = {t.chars / page_chars,
                               t.link_chars / chars,
                               t.chars / std::max(t.blocks, 1.0),
                               t.paragraph_chars / page_prose,
                               t.paragraph_chars / chars,
                               t.function_words / std::max(t.words, 1.0),
                               t.blocks,
                               t.paragraphs,
                               static_cast<double>(survey.repeats[e]),
                               static_cast<double>(survey.children[e]),
                               t.chars};
      for (std::size_t v = 0; v < std::size(values); ++v) table.set(i, kFirst[next], v, values[v]);
      ++next;
    }
    table.set(i, Signal::most_repeats, most);
    table.set(i, Signal::most_repeats_level, most_level);
  }
}

}  // namespace clean_article::extract
