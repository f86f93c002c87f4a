#include <algorithm>

#include "extract/signals/signal_groups.hpp"

namespace clean_article::extract {

void ListSignals::add(std::size_t i, SignalRow row) const {
  add_images(i, row);
  add_list(i, row);
  add_box(i, row);
}

// The nearest element that holds images.
void ListSignals::add_images(std::size_t i, SignalRow row) const {
  const std::uint32_t own = survey_.block(i).element;
  const auto images = [&](std::uint32_t e) {
    return survey_.element(e).images_end - survey_.element(e).images_before;
  };
  std::uint32_t e = own;
  while (images(e) == 0 && survey_.element(e).parent != kNone) e = survey_.element(e).parent;
  row.set(Signal::image_element_blocks, survey_.inside(e, &Tally::blocks));
  row.set(Signal::image_element_chars, survey_.inside(e, &Tally::chars));
  row.set(Signal::image_element_up, survey_.element(own).depth - survey_.element(e).depth);
  row.set(Signal::image_element_images, images(e));
}

void ListSignals::add_list(std::size_t i, SignalRow row) const {
  const std::uint32_t list = survey_.block(i).list;
  if (list == kNone) {
    for (const Signal signal : {Signal::list_average, Signal::list_link_density, Signal::list_after_colon,
                                Signal::list_after_heading})
      row.set(signal, -1);
    return;
  }
  const std::uint32_t first = survey_.element(list).first_block;
  const double chars = survey_.inside(list, &Tally::chars);
  row.set(Signal::list_average, chars / std::max(survey_.inside(list, &Tally::blocks), 1.0));
  row.set(Signal::list_link_density, survey_.inside(list, &Tally::link_chars) / std::max(chars, 1.0));
  row.set(Signal::list_after_colon, first > 0 && survey_.measure(first - 1).ends_colon);
  row.set(Signal::list_after_heading, first > 0 && survey_.is_heading(first - 1));
}

// How large the direct child of the main text's element is that holds the block.
void ListSignals::add_box(std::size_t i, SignalRow row) const {
  const std::uint32_t anchor = survey_.anchor_element;
  const std::uint32_t own = survey_.block(i).element;
  double value = -1;
  if (own > anchor && own < survey_.element(anchor).end) {
    std::uint32_t e = own;
    while (survey_.element(e).parent != anchor) e = survey_.element(e).parent;
    value = e == own ? 0 : survey_.element(e).end_block - survey_.element(e).first_block;
  }
  row.set(Signal::box_blocks, value);
}

}  // namespace clean_article::extract
