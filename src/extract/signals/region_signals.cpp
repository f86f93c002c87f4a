// Signals of the region a block lies in, seen from an anchor: whole wrong regions (comments, a second
// article, recommended stories) are what pages lose most by, so regions are described, not only blocks.
#include <algorithm>
#include <vector>

#include "extract/signals/signals.hpp"

namespace clean_article::extract {

namespace {

// For each element its lowest common ancestor with the anchor, and the region: the child of that ancestor on
// the element's side (the element itself when it lies on the anchor's path).
struct Regions {
  std::vector<std::uint32_t> common;
  std::vector<std::uint32_t> region;
  std::vector<std::uint32_t> anchor_side;  // per element on the anchor's path: its child on that path

  void build(const Survey& survey, std::uint32_t anchor) {
    const auto& elements = survey.page->elements;
    common.assign(elements.size(), kNone);
    region.assign(elements.size(), kNone);
    anchor_side.assign(elements.size(), kNone);
    std::uint32_t below = kNone;
    for (std::uint32_t e = anchor; e != kNone; e = elements[e].parent) {
      common[e] = e;
      region[e] = e;
      anchor_side[e] = below;
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
};

// What a block's region is, beside the anchor.
struct View {
  std::uint32_t root;     // the region's element
  Tally inside;           // of the region
  double up, down;        // levels from the anchor, and from the block, to their common ancestor
  double gap, gap_chars;  // blocks and characters between region and anchor: above 0 behind it
  double images;
  bool has_title;
  double prose_before;    // share of the page's paragraph text before the region
  double same_signature;  // 1 when it looks like the anchor's side, 2 when it is no region apart
  double mass_relative;   // its paragraph text relative to that of the anchor's side

  double chars() const { return std::max(inside.chars, 1.0); }
  double blocks() const { return std::max(inside.blocks, 1.0); }
  double paragraphs() const { return std::max(inside.paragraphs, 1.0); }
};

View view_of(const Survey& survey, const Regions& regions, std::uint32_t anchor, std::size_t block) {
  const Element& a = survey.element(anchor);
  const std::uint32_t e = survey.block(block).element;
  const std::uint32_t common = regions.common[e];
  View v{};
  v.root = regions.region[e];
  const Element& r = survey.element(v.root);
  v.inside = survey.inside(v.root);
  v.up = a.depth - survey.element(common).depth;
  v.down = survey.element(e).depth - survey.element(common).depth;
  if (r.first_block >= a.end_block) {
    v.gap = static_cast<double>(r.first_block) - a.end_block;
    v.gap_chars = survey.before[r.first_block].chars - survey.before[a.end_block].chars;
  } else if (r.end_block <= a.first_block) {
    v.gap = -(static_cast<double>(a.first_block) - r.end_block) - 1;
    v.gap_chars = -(survey.before[a.first_block].chars - survey.before[r.end_block].chars);
  }
  v.images = r.images_end - r.images_before;
  v.has_title =
      survey.title_block != kNone && r.first_block <= survey.title_block && survey.title_block < r.end_block;
  v.prose_before =
      survey.before[r.first_block].paragraph_chars / std::max(survey.total().paragraph_chars, 1.0);
  const std::uint32_t side = regions.anchor_side[common];
  const bool apart = side != kNone && side != v.root && v.root != common;
  constexpr double kMostRelative = 9;
  v.same_signature = 2;
  v.mass_relative = 1;
  if (apart) {
    v.same_signature = survey.element(side).signature == r.signature ? 1 : 0;
    const double other = std::max(survey.inside(side).paragraph_chars, 1.0);
    v.mass_relative = std::min(v.inside.paragraph_chars / other, kMostRelative);
  }
  return v;
}

// Calls fn(block, its view from the anchor) for all blocks.
template <typename Fn>
void for_each_view(const Survey& survey, std::uint32_t anchor, Fn&& fn) {
  Regions regions;
  regions.build(survey, anchor);
  for (std::size_t i = 0; i < survey.size(); ++i) fn(i, view_of(survey, regions, anchor, i));
}

void add_title_view(const Survey& survey, SignalTable& table, std::uint32_t anchor) {
  const Tally at_anchor = survey.inside(anchor);
  for_each_view(survey, anchor, [&](std::size_t i, const View& v) {
    const Tally& t = v.inside;
    table.set(i, Signal::title_up, v.up);
    table.set(i, Signal::title_down, v.down);
    table.set(i, Signal::title_prose_relative, t.paragraph_chars / std::max(at_anchor.paragraph_chars, 1.0));
    table.set(i, Signal::title_chars_relative, t.chars / std::max(at_anchor.chars, 1.0));
    table.set(i, Signal::title_blocks, t.blocks);
    table.set(i, Signal::title_link_density, t.link_chars / v.chars());
    table.set(i, Signal::title_average_paragraph, t.paragraph_chars / v.paragraphs());
    table.set(i, Signal::title_headings, t.headings);
    table.set(i, Signal::title_linked_headings, t.linked_headings);
    table.set(i, Signal::title_sentences, t.long_sentences / v.blocks());
    table.set(i, Signal::title_link_blocks, t.link_blocks / v.blocks());
    table.set(i, Signal::title_short_blocks, t.short_blocks / v.blocks());
    table.set(i, Signal::title_gap, v.gap);
    table.set(i, Signal::title_gap_chars, v.gap_chars);
    table.set(i, Signal::title_prose_before, v.prose_before);
    table.set(i, Signal::title_mass_relative, v.mass_relative);
  });
}

void add_anchor_view(const Survey& survey, SignalTable& table, std::uint32_t anchor) {
  const Tally at_anchor = survey.inside(anchor);
  for_each_view(survey, anchor, [&](std::size_t i, const View& v) {
    const Tally& t = v.inside;
    table.set(i, Signal::anchor_down, v.down);
    table.set(i, Signal::anchor_chars, t.chars);
    table.set(i, Signal::anchor_chars_relative, t.chars / std::max(at_anchor.chars, 1.0));
    table.set(i, Signal::anchor_blocks, t.blocks);
    table.set(i, Signal::anchor_link_density, t.link_chars / v.chars());
    table.set(i, Signal::anchor_prose, t.paragraph_chars / v.chars());
    table.set(i, Signal::anchor_dates, t.dates);
    table.set(i, Signal::anchor_sentences, t.long_sentences / v.blocks());
    table.set(i, Signal::anchor_link_blocks, t.link_blocks / v.blocks());
    table.set(i, Signal::anchor_short_blocks, t.short_blocks / v.blocks());
    table.set(i, Signal::anchor_heading_density, t.headings / v.paragraphs());
    table.set(i, Signal::anchor_related, t.related);
    table.set(i, Signal::anchor_comments, t.comments);
    table.set(i, Signal::anchor_repeats, survey.repeats[v.root]);
    table.set(i, Signal::anchor_gap, v.gap);
    table.set(i, Signal::anchor_images, v.images);
    table.set(i, Signal::anchor_image_density, v.images / v.paragraphs());
    table.set(i, Signal::anchor_has_title, v.has_title);
    table.set(i, Signal::anchor_same_signature, v.same_signature);
    table.set(i, Signal::anchor_mass_relative, v.mass_relative);
  });
}

}  // namespace

void add_region_signals(const Survey& survey, SignalTable& table) {
  const std::uint32_t title_element =
      survey.title_block == kNone ? survey.anchor_element : survey.block(survey.title_block).element;
  add_title_view(survey, table, title_element);
  add_anchor_view(survey, table, survey.anchor_element);
}

}  // namespace clean_article::extract
