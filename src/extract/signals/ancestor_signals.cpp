// Signals of the elements above a block.
#include <algorithm>

#include "extract/signals/signals.hpp"

namespace clean_article::extract {

void add_ancestor_signals(const Survey& survey, SignalTable& table) {
  constexpr int kHighest = 7;
  const double page_chars = std::max(survey.total().chars, 1.0);
  const double page_prose = std::max(survey.total().paragraph_chars, 1.0);
  for (std::size_t i = 0; i < survey.size(); ++i) {
    std::uint32_t up[kHighest + 1] = {survey.block(i).element};
    std::uint32_t most = survey.repeats[up[0]];
    for (int level = 1; level <= kHighest; ++level) {
      up[level] = survey.parent(up[level - 1]);
      most = std::max(most, survey.repeats[up[level]]);
    }
    const auto link_density = [](const Tally& t) { return t.link_chars / std::max(t.chars, 1.0); };
    const auto average = [](const Tally& t) { return t.chars / std::max(t.blocks, 1.0); };
    table.set(i, Signal::most_repeats, most);

    const Tally up1 = survey.inside(up[1]);
    table.set(i, Signal::up1_average, average(up1));
    table.set(i, Signal::up1_paragraph_share, up1.paragraph_chars / page_prose);
    table.set(i, Signal::up1_repeats, survey.repeats[up[1]]);
    const Tally up2 = survey.inside(up[2]);
    table.set(i, Signal::up2_share, up2.chars / page_chars);
    table.set(i, Signal::up2_link_density, link_density(up2));
    table.set(i, Signal::up2_paragraph_share, up2.paragraph_chars / page_prose);
    const Tally up3 = survey.inside(up[3]);
    table.set(i, Signal::up3_share, up3.chars / page_chars);
    table.set(i, Signal::up3_link_density, link_density(up3));
    table.set(i, Signal::up3_paragraph_share, up3.paragraph_chars / page_prose);
    table.set(i, Signal::up4_paragraph_share, survey.inside(up[4]).paragraph_chars / page_prose);
    const Tally up6 = survey.inside(up[6]);
    table.set(i, Signal::up6_link_density, link_density(up6));
    table.set(i, Signal::up6_average, average(up6));
  }
}

}  // namespace clean_article::extract
