// Signals of lists, of images near a block (captions), of prompts to log in or consent, and of boxes inside
// the main text.
#include <algorithm>

#include "extract/signals.hpp"

namespace clean_article::extract {

namespace {

void add_images(const Survey& survey, SignalTable& table) {
  const std::size_t n = survey.size();
  const auto images_at = [&](std::size_t i) {
    return static_cast<double>(survey.element(survey.block(i).inner_element).images_before);
  };
  const double all = survey.element(0).images_end;
  for (std::size_t i = 0; i < n; ++i) {
    table.set(i, Signal::images_before, images_at(i) - (i > 0 ? images_at(i - 1) : 0.0));
    table.set(i, Signal::images_after, (i + 1 < n ? images_at(i + 1) : all) - images_at(i));
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

void add_prompts(const Survey& survey, SignalTable& table) {
  const auto density = [](const Tally& t) { return t.consent_words / std::max(t.words, 1.0); };
  for (std::size_t i = 0; i < survey.size(); ++i) {
    const std::uint32_t up = survey.parent(survey.block(i).element);
    table.set(i, Signal::consent_density, density(survey.before[i + 1] - survey.before[i]));
    table.set(i, Signal::consent_parent, density(survey.inside(up)));
    table.set(i, Signal::consent_grandparent, density(survey.inside(survey.parent(up))));
  }
}

// Columns from list_blocks to list_in_anchor.
void add_lists(const Survey& survey, SignalTable& table) {
  const std::size_t n = survey.size();
  for (std::size_t i = 0; i < n; ++i) {
    const std::uint32_t list = survey.block(i).list;
    if (list == kNone) {
      for (std::size_t column = 0; column < 9; ++column) table.set(i, Signal::list_blocks, column, -1);
      table.set(i, Signal::list_depth, -50);
      table.set(i, Signal::list_in_anchor, -1);
      continue;
    }
    const Element& e = survey.element(list);
    const Tally t = survey.inside(list);
    const double blocks = std::max(t.blocks, 1.0);
    table.set(i, Signal::list_blocks, t.blocks);
    table.set(i, Signal::list_average, t.chars / blocks);
    table.set(i, Signal::list_link_density, t.link_chars / std::max(t.chars, 1.0));
    table.set(i, Signal::list_sentences, t.long_sentences / blocks);
    const bool has_before = e.first_block > 0;
    const std::size_t before = has_before ? e.first_block - 1 : 0;
    table.set(i, Signal::list_after_colon, has_before && survey.measure(before).ends_colon);
    table.set(i, Signal::list_after_heading, has_before && survey.is_heading(before));
    table.set(i, Signal::list_after_paragraph, has_before && survey.measure(before).paragraph);
    table.set(i, Signal::list_after_announcement, has_before ? survey.announces[before] : 0);
    table.set(i, Signal::list_before_paragraph, e.end_block < n && survey.measure(e.end_block).paragraph);
    table.set(i, Signal::list_depth, e.depth - survey.element(survey.anchor_element).depth);
    table.set(i, Signal::list_in_anchor, survey.parent(list) == survey.anchor_element);
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
  add_prompts(survey, table);
  add_lists(survey, table);
  add_boxes(survey, table);
}

}  // namespace clean_article::extract
