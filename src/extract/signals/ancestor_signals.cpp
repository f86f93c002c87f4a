#include <algorithm>

#include "extract/signals/signal_groups.hpp"

namespace clean_article::extract {

AncestorSignals::AncestorSignals(const Survey& survey)
    : survey_(survey),
      page_chars_(std::max(survey.total().chars, 1.0)),
      page_prose_(std::max(survey.total().paragraph_chars, 1.0)) {}

void AncestorSignals::add(std::size_t i, SignalRow row) const {
  constexpr int kHighest = 7;
  std::uint32_t up[kHighest + 1] = {survey_.block(i).element};
  std::uint32_t most = survey_.repeats[up[0]];
  for (int level = 1; level <= kHighest; ++level) {
    up[level] = survey_.parent(up[level - 1]);
    most = std::max(most, survey_.repeats[up[level]]);
  }
  const auto chars = [&](int level) { return survey_.inside(up[level], &Tally::chars); };
  const auto prose_share = [&](int level) {
    return survey_.inside(up[level], &Tally::paragraph_chars) / page_prose_;
  };
  const auto link_density = [&](int level) {
    return survey_.inside(up[level], &Tally::link_chars) / std::max(chars(level), 1.0);
  };
  const auto average = [&](int level) {
    return chars(level) / std::max(survey_.inside(up[level], &Tally::blocks), 1.0);
  };
  row.set(Signal::most_repeats, most);
  row.set(Signal::up1_average, average(1));
  row.set(Signal::up1_paragraph_share, prose_share(1));
  row.set(Signal::up1_repeats, survey_.repeats[up[1]]);
  row.set(Signal::up2_share, chars(2) / page_chars_);
  row.set(Signal::up2_link_density, link_density(2));
  row.set(Signal::up2_paragraph_share, prose_share(2));
  row.set(Signal::up3_share, chars(3) / page_chars_);
  row.set(Signal::up3_link_density, link_density(3));
  row.set(Signal::up3_paragraph_share, prose_share(3));
  row.set(Signal::up4_paragraph_share, prose_share(4));
  row.set(Signal::up6_link_density, link_density(6));
  row.set(Signal::up6_average, average(6));
}

}  // namespace clean_article::extract
