// Signals of the elements that hold most of the page's prose: by mass, and by a score of the kind that
// Readability made known (paragraphs credit their parents, less the farther up).
#include <algorithm>
#include <vector>

#include "extract/signals.hpp"

namespace clean_article::extract {

namespace {

// For each element the depth of its lowest common ancestor with `target`.
void common_depths(const Survey& survey, std::uint32_t target, std::vector<std::int32_t>& depths) {
  const auto& elements = survey.page->elements;
  depths.assign(elements.size(), -1);
  for (std::uint32_t e = target; e != kNone; e = elements[e].parent) depths[e] = elements[e].depth;
  for (std::uint32_t e = 0; e < elements.size(); ++e)
    if (depths[e] < 0) depths[e] = elements[e].parent == kNone ? 0 : depths[elements[e].parent];
}

std::uint32_t deepest_with(const Survey& survey, double share, bool by_paragraphs) {
  const auto mass = [&](std::uint32_t e) {
    const Tally t = survey.inside(e);
    return by_paragraphs ? t.paragraph_chars : t.chars - t.link_chars;
  };
  const double wanted = share * std::max(mass(0), 1.0);
  std::uint32_t best = 0;
  for (std::uint32_t e = 0; e < survey.page->elements.size(); ++e)
    if (mass(e) >= wanted && survey.element(e).depth > survey.element(best).depth) best = e;
  return best;
}

void add_membership(const Survey& survey, SignalTable& table, std::uint32_t holder,
                    const std::vector<std::int32_t>& depths, Signal first) {
  const Element& h = survey.element(holder);
  const Tally inside = survey.inside(holder);
  const double share = inside.chars / std::max(survey.total().chars, 1.0);
  for (std::size_t i = 0; i < survey.size(); ++i) {
    const std::int32_t common = depths[survey.block(i).element];
    table.set(i, first, 0, common >= h.depth);
    table.set(i, first, 1, h.depth - common);
    table.set(i, first, 2, share);
    const auto at = static_cast<double>(i);
    table.set(i, first, 3, at - h.first_block);
    table.set(i, first, 4, at - (static_cast<double>(h.end_block) - 1));
  }
}

// What an element's classes and name add to or take from its score.
double class_weight(const Element& e) {
  double good = 0;
  double bad = 0;
  if (e.categories.has(Category::k_class_body)) good += 1;
  if (e.categories.has(Category::k_class_content)) good += 0.5;
  if (e.categories.has(Category::k_article)) good += 1;
  if (e.categories.has(Category::k_main)) good += 0.5;
  for (const Category c : {Category::k_class_comment, Category::k_class_sidebar, Category::k_class_footer,
                           Category::k_class_related, Category::k_class_ad, Category::k_class_modal,
                           Category::k_class_nav, Category::k_aside, Category::k_nav, Category::k_footer})
    if (e.categories.has(c)) bad += 0.5;
  return (1 + good / 4) / (1 + bad);
}

void add_holder(const Survey& survey, SignalTable& table, std::vector<std::int32_t>& depths) {
  const auto& elements = survey.page->elements;
  std::vector<double> score(elements.size(), 0.0);
  for (std::size_t i = 0; i < survey.size(); ++i) {
    const Measure& m = survey.measure(i);
    if (m.paragraph_chars() <= 0) continue;
    const double credit = std::min(m.paragraph_chars() / 100.0, 3.0) + m.commas + 1;
    std::uint32_t e = survey.block(i).element;
    if (elements[e].tag != html::Tag::k_div) e = survey.parent(e);
    double share = 1;
    for (const double divisor : {1.0, 2.0, 6.0}) {
      share = credit / divisor;
      score[e] += share;
      if (elements[e].parent == kNone) break;
      e = elements[e].parent;
    }
  }
  std::uint32_t best = 0;
  for (std::uint32_t e = 0; e < elements.size(); ++e) {
    const Tally t = survey.inside(e);
    score[e] *= (1 - t.link_chars / std::max(t.chars, 1.0)) * class_weight(elements[e]);
    if (score[e] > score[best]) best = e;
  }
  const double top = std::max(score[best], 1e-9);
  std::vector<double> best_above(elements.size());
  for (std::uint32_t e = 0; e < elements.size(); ++e)
    best_above[e] = std::max(score[e], elements[e].parent == kNone ? 0.0 : best_above[elements[e].parent]);
  common_depths(survey, best, depths);
  const double share = survey.inside(best).chars / std::max(survey.total().chars, 1.0);
  for (std::size_t i = 0; i < survey.size(); ++i) {
    const std::uint32_t e = survey.block(i).element;
    table.set(i, Signal::holder_inside, depths[e] >= elements[best].depth);
    table.set(i, Signal::holder_above, elements[best].depth - depths[e]);
    table.set(i, Signal::holder_best_above, best_above[e] / top);
    table.set(i, Signal::holder_parent, score[survey.parent(e)] / top);
    table.set(i, Signal::holder_share, share);
  }
}

}  // namespace

void add_mass_signals(const Survey& survey, SignalTable& table) {
  struct Share {
    double share;
    Signal first;
  };
  constexpr Share kShares[] = {{0.30, Signal::mass30_inside},
                               {0.50, Signal::mass50_inside},
                               {0.70, Signal::mass70_inside},
                               {0.85, Signal::mass85_inside},
                               {0.95, Signal::mass95_inside}};
  constexpr double kEnoughProse = 200;  // characters; with less, all text that is not link counts
  const bool by_paragraphs = survey.total().paragraph_chars >= kEnoughProse;
  std::vector<std::int32_t> depths;
  for (const Share& s : kShares) {
    const std::uint32_t holder = deepest_with(survey, s.share, by_paragraphs);
    common_depths(survey, holder, depths);
    add_membership(survey, table, holder, depths, s.first);
  }
  add_holder(survey, table, depths);
}

}  // namespace clean_article::extract
