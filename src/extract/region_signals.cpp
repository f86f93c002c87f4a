// Signals of the region a block lies in, seen from an anchor: whole wrong regions (comments, a second
// article, recommended stories) are what pages lose most by, so regions are described, not only blocks.
#include <algorithm>
#include <vector>

#include "extract/signals.hpp"

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

// Columns of one anchor, in the order of signal_list.hpp.
void add_anchor(const Survey& survey, SignalTable& table, std::uint32_t anchor, Signal first) {
  Regions regions;
  regions.build(survey, anchor);
  const Element& a = survey.element(anchor);
  const Tally at_anchor = survey.inside(anchor);
  const double page_prose = std::max(survey.total().paragraph_chars, 1.0);
  for (std::size_t i = 0; i < survey.size(); ++i) {
    const std::uint32_t e = survey.block(i).element;
    const std::uint32_t root = regions.region[e];
    const std::uint32_t common = regions.common[e];
    const Element& r = survey.element(root);
    const Tally t = survey.inside(root);
    const double blocks = std::max(t.blocks, 1.0);
    const double chars = std::max(t.chars, 1.0);
    const double paragraphs = std::max(t.paragraphs, 1.0);
    double gap = 0;
    double gap_chars = 0;
    if (r.first_block >= a.end_block) {
      gap = static_cast<double>(r.first_block) - a.end_block;
      gap_chars = survey.before[r.first_block].chars - survey.before[a.end_block].chars;
    } else if (r.end_block <= a.first_block) {
      gap = -(static_cast<double>(a.first_block) - r.end_block) - 1;
      gap_chars = -(survey.before[a.first_block].chars - survey.before[r.end_block].chars);
    }
    const std::uint32_t side = regions.anchor_side[common];
    const bool apart = side != kNone && side != root && root != common;
    constexpr double kMostRelative = 9;
    const double images = r.images_end - r.images_before;
    const bool has_title = survey.title_block != kNone && r.first_block <= survey.title_block &&
                           survey.title_block < r.end_block;
    const double values[] = {
        static_cast<double>(a.depth - survey.element(common).depth),
        static_cast<double>(survey.element(e).depth - survey.element(common).depth),
        t.paragraph_chars / page_prose,
        t.paragraph_chars / std::max(at_anchor.paragraph_chars, 1.0),
        t.chars,
        t.chars / std::max(at_anchor.chars, 1.0),
        t.blocks,
        t.link_chars / chars,
        t.paragraph_chars / chars,
        t.paragraph_chars / paragraphs,
        t.paragraphs,
        t.headings,
        t.linked_headings,
        t.top_headings,
        t.dates,
        t.long_sentences / blocks,
        t.link_blocks / blocks,
        t.short_blocks / blocks,
        t.headings / paragraphs,
        t.dates / paragraphs,
        t.related,
        t.comments,
        static_cast<double>(survey.repeats[root]),
        static_cast<double>(survey.rank[root]),
        gap,
        gap_chars,
        images,
        images / paragraphs,
        has_title ? 1.0 : 0.0,
        survey.before[r.first_block].paragraph_chars / page_prose,
        apart ? (survey.element(side).signature == r.signature ? 1.0 : 0.0) : 2.0,
        apart
            ? std::min(t.paragraph_chars / std::max(survey.inside(side).paragraph_chars, 1.0), kMostRelative)
            : 1.0,
    };
    for (std::size_t v = 0; v < std::size(values); ++v) table.set(i, first, v, values[v]);
  }
}

}  // namespace

void add_region_signals(const Survey& survey, SignalTable& table) {
  const std::uint32_t title_element =
      survey.title_block == kNone ? survey.anchor_element : survey.block(survey.title_block).element;
  add_anchor(survey, table, title_element, Signal::title_up);
  add_anchor(survey, table, survey.anchor_element, Signal::anchor_up);
}

}  // namespace clean_article::extract
