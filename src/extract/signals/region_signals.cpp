#include <algorithm>

#include "extract/signals/signal_groups.hpp"

namespace clean_article::extract {

void RegionSignals::Regions::build(const Survey& survey, std::uint32_t anchor_element) {
  const auto& elements = survey.page->elements;
  anchor = anchor_element;
  common.assign(elements.size(), kNone);
  region.assign(elements.size(), kNone);
  anchor_side.assign(elements[anchor].depth + std::size_t{1}, kNone);
  std::uint32_t below = kNone;
  for (std::uint32_t e = anchor; e != kNone; e = elements[e].parent) {
    common[e] = e;
    region[e] = e;
    anchor_side[elements[e].depth] = below;
    below = e;
  }
  for (std::uint32_t e = 0; e < elements.size(); ++e) {
    if (common[e] != kNone) continue;
    const std::uint32_t p = elements[e].parent;
    const bool parent_on_path = common[p] == p;
    common[e] = common[p];
    region[e] = parent_on_path ? e : region[p];
  }
}

bool RegionSignals::Regions::is_where_last_was(const Survey& survey, std::size_t block) {
  const std::uint32_t e = survey.block(block).element;
  const std::uint32_t before = last == kNone ? kNone : survey.block(last).element;
  last = block;
  return before != kNone && common[before] == common[e] && region[before] == region[e];
}

// What a block's region is, beside the anchor.
struct RegionSignals::View {
  const Survey& survey;
  std::uint32_t root;     // the region's element
  double up;              // levels from the anchor to their common ancestor
  double gap, gap_chars;  // blocks and characters between region and anchor: above 0 behind it
  double images;
  bool has_title;
  double prose_before;    // share of the page's paragraph text before the region
  double same_signature;  // 1 when it looks like the anchor's side, 2 when it is no region apart
  double mass_relative;   // its paragraph text relative to that of the anchor's side

  double sum(double Tally::*of) const { return survey.inside(root, of); }
  double per_char(double Tally::*of) const { return sum(of) / std::max(sum(&Tally::chars), 1.0); }
  double per_block(double Tally::*of) const { return sum(of) / std::max(sum(&Tally::blocks), 1.0); }
  double per_paragraph(double count) const { return count / std::max(sum(&Tally::paragraphs), 1.0); }
};

RegionSignals::RegionSignals(const Survey& survey) : survey_(survey) {
  from_title_.build(
      survey, survey.title_block == kNone ? survey.anchor_element : survey.block(survey.title_block).element);
  from_anchor_.build(survey, survey.anchor_element);
}

RegionSignals::View RegionSignals::view_of(const Regions& regions, std::size_t block) const {
  const Element& a = survey_.element(regions.anchor);
  const std::uint32_t e = survey_.block(block).element;
  const std::uint32_t common = regions.common[e];
  View v{survey_, regions.region[e], 0, 0, 0, 0, false, 0, 2, 1};
  const Element& r = survey_.element(v.root);
  v.up = a.depth - survey_.element(common).depth;
  if (r.first_block >= a.end_block) {
    v.gap = static_cast<double>(r.first_block) - a.end_block;
    v.gap_chars = survey_.before[r.first_block].chars - survey_.before[a.end_block].chars;
  } else if (r.end_block <= a.first_block) {
    v.gap = -(static_cast<double>(a.first_block) - r.end_block) - 1;
    v.gap_chars = -(survey_.before[a.first_block].chars - survey_.before[r.end_block].chars);
  }
  v.images = r.images_end - r.images_before;
  const std::uint32_t title = survey_.title_block;
  v.has_title = title != kNone && r.first_block <= title && title < r.end_block;
  v.prose_before =
      survey_.before[r.first_block].paragraph_chars / std::max(survey_.total().paragraph_chars, 1.0);
  const std::uint32_t side = regions.anchor_side[survey_.element(common).depth];
  const bool apart = side != kNone && side != v.root && v.root != common;
  constexpr double kMostRelative = 9;
  if (apart) {
    v.same_signature = survey_.element(side).signature == r.signature ? 1 : 0;
    const double other = std::max(survey_.inside(side, &Tally::paragraph_chars), 1.0);
    v.mass_relative = std::min(v.sum(&Tally::paragraph_chars) / other, kMostRelative);
  }
  return v;
}

// From the common ancestor to the block.
double RegionSignals::levels_down(const Regions& regions, std::size_t block) const {
  const std::uint32_t e = survey_.block(block).element;
  return survey_.element(e).depth - survey_.element(regions.common[e]).depth;
}

// All but the levels down is the same for the blocks of a region.
void RegionSignals::add(std::size_t i, SignalRow row) {
  const SignalRow last(last_row_.data());
  if (!from_title_.is_where_last_was(survey_, i)) add_title_view(i, last);
  if (!from_anchor_.is_where_last_was(survey_, i)) add_anchor_view(i, last);
  row.copy(Signal::title_up, Signal::anchor_mass_relative, last_row_.data());
  row.set(Signal::title_down, levels_down(from_title_, i));
  row.set(Signal::anchor_down, levels_down(from_anchor_, i));
}

void RegionSignals::add_title_view(std::size_t i, SignalRow row) const {
  const View v = view_of(from_title_, i);
  const auto relative = [&](double Tally::*sum) {
    return v.sum(sum) / std::max(survey_.inside(from_title_.anchor, sum), 1.0);
  };
  row.set(Signal::title_up, v.up);
  row.set(Signal::title_prose_relative, relative(&Tally::paragraph_chars));
  row.set(Signal::title_chars_relative, relative(&Tally::chars));
  row.set(Signal::title_blocks, v.sum(&Tally::blocks));
  row.set(Signal::title_link_density, v.per_char(&Tally::link_chars));
  row.set(Signal::title_average_paragraph, v.per_paragraph(v.sum(&Tally::paragraph_chars)));
  row.set(Signal::title_headings, v.sum(&Tally::headings));
  row.set(Signal::title_linked_headings, v.sum(&Tally::linked_headings));
  row.set(Signal::title_sentences, v.per_block(&Tally::long_sentences));
  row.set(Signal::title_link_blocks, v.per_block(&Tally::link_blocks));
  row.set(Signal::title_short_blocks, v.per_block(&Tally::short_blocks));
  row.set(Signal::title_gap, v.gap);
  row.set(Signal::title_gap_chars, v.gap_chars);
  row.set(Signal::title_prose_before, v.prose_before);
  row.set(Signal::title_mass_relative, v.mass_relative);
}

void RegionSignals::add_anchor_view(std::size_t i, SignalRow row) const {
  const View v = view_of(from_anchor_, i);
  const double anchor_chars = survey_.inside(from_anchor_.anchor, &Tally::chars);
  row.set(Signal::anchor_chars, v.sum(&Tally::chars));
  row.set(Signal::anchor_chars_relative, v.sum(&Tally::chars) / std::max(anchor_chars, 1.0));
  row.set(Signal::anchor_blocks, v.sum(&Tally::blocks));
  row.set(Signal::anchor_link_density, v.per_char(&Tally::link_chars));
  row.set(Signal::anchor_prose, v.per_char(&Tally::paragraph_chars));
  row.set(Signal::anchor_dates, v.sum(&Tally::dates));
  row.set(Signal::anchor_sentences, v.per_block(&Tally::long_sentences));
  row.set(Signal::anchor_link_blocks, v.per_block(&Tally::link_blocks));
  row.set(Signal::anchor_short_blocks, v.per_block(&Tally::short_blocks));
  row.set(Signal::anchor_heading_density, v.per_paragraph(v.sum(&Tally::headings)));
  row.set(Signal::anchor_related, v.sum(&Tally::related));
  row.set(Signal::anchor_comments, v.sum(&Tally::comments));
  row.set(Signal::anchor_repeats, survey_.repeats[v.root]);
  row.set(Signal::anchor_gap, v.gap);
  row.set(Signal::anchor_images, v.images);
  row.set(Signal::anchor_image_density, v.per_paragraph(v.images));
  row.set(Signal::anchor_has_title, v.has_title);
  row.set(Signal::anchor_same_signature, v.same_signature);
  row.set(Signal::anchor_mass_relative, v.mass_relative);
}

}  // namespace clean_article::extract
