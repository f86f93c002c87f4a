// Signals of lists, of images near a block (captions), of prompts to log in or consent, and of boxes inside
// the main text.
#include <algorithm>

#include "extract/signals/signals.hpp"

namespace clean_article::extract {

namespace {

void add_images(const Survey& survey, SignalTable& table) {
  const std::size_t n = survey.size();
  for (std::size_t i = 0; i < n; ++i) {
    std::uint32_t e = survey.block(i).element;
    const std::uint32_t own = e;
    while (survey.element(e).images_end == survey.element(e).images_before &&
           survey.element(e).parent != kNone)
      e = survey.element(e).parent;
    const Tally t = survey.inside(e);
    table.set(i, Signal::image_element_blocks, t.blocks);
    table.set(i, Signal::image_element_chars, t.chars);
    table.set(i, Signal::image_element_up, survey.element(own).depth - survey.element(e).depth);
    table.set(i, Signal::image_element_images,
              survey.element(e).images_end - survey.element(e).images_before);
  }
}

void add_lists(const Survey& survey, SignalTable& table) {
  for (std::size_t i = 0; i < survey.size(); ++i) {
    const std::uint32_t list = survey.block(i).list;
    const bool listed = list != kNone;
    const Element& e = survey.element(listed ? list : 0);
    const Tally t = survey.before[e.end_block] - survey.before[e.first_block];
    const bool has_before = e.first_block > 0;
    const std::size_t before = has_before ? e.first_block - 1 : 0;
    const auto set = [&](Signal signal, double value) { table.set(i, signal, listed ? value : -1); };
    set(Signal::list_average, t.chars / std::max(t.blocks, 1.0));
    set(Signal::list_link_density, t.link_chars / std::max(t.chars, 1.0));
    set(Signal::list_after_colon, has_before && survey.measure(before).ends_colon);
    set(Signal::list_after_heading, has_before && survey.is_heading(before));
  }
}

// How large the direct child of the main text's element is that holds the block.
void add_boxes(const Survey& survey, SignalTable& table) {
  const std::uint32_t anchor = survey.anchor_element;
  const Element& a = survey.element(anchor);
  for (std::size_t i = 0; i < survey.size(); ++i) {
    std::uint32_t e = survey.block(i).element;
    double value = -1;
    if (e > anchor && e < a.end) {
      const std::uint32_t own = e;
      while (survey.element(e).parent != anchor) e = survey.element(e).parent;
      value = e == own ? 0 : survey.element(e).end_block - survey.element(e).first_block;
    }
    table.set(i, Signal::box_blocks, value);
  }
}

}  // namespace

void add_list_signals(const Survey& survey, SignalTable& table) {
  add_images(survey, table);
  add_lists(survey, table);
  add_boxes(survey, table);
}

}  // namespace clean_article::extract
