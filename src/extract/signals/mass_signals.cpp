// Signals of the elements that hold most of the page's prose: by mass, and by a score of the kind that
// Readability made known (paragraphs credit their parents, less the farther up).
#include <algorithm>
#include <vector>

#include "extract/signals/signals.hpp"

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

// For each element the text that counts as the page's mass.
std::vector<double> masses(const Survey& survey) {
  constexpr double kEnoughProse = 200;  // characters; with less, all text that is not link counts
  const bool by_paragraphs = survey.total().paragraph_chars >= kEnoughProse;
  std::vector<double> mass;
  mass.reserve(survey.page->elements.size());
  for (const Element& e : survey.page->elements) {
    const Tally& from = survey.before[e.first_block];
    const Tally& to = survey.before[e.end_block];
    mass.push_back(by_paragraphs ? to.paragraph_chars - from.paragraph_chars
                                 : (to.chars - to.link_chars) - (from.chars - from.link_chars));
  }
  return mass;
}

std::uint32_t deepest_with(const Survey& survey, const std::vector<double>& mass, double share) {
  const double wanted = share * std::max(mass[0], 1.0);
  std::uint32_t best = 0;
  for (std::uint32_t e = 0; e < mass.size(); ++e)
    if (mass[e] >= wanted && survey.element(e).depth > survey.element(best).depth) best = e;
  return best;
}

// The columns of one share; kCount where a column did not prove useful.
struct Membership {
  double share;
  Signal above;          // levels from the element up to its common ancestor with the block
  Signal share_of_text;  // of the page, that it holds
  Signal from_start;     // blocks since its first
  Signal from_end;       // blocks since its last
};
constexpr Membership kMemberships[] = {
    {0.30, Signal::mass30_above, Signal::mass30_share, Signal::mass30_from_start, Signal::mass30_from_end},
    {0.50, Signal::mass50_above, Signal::mass50_share, Signal::kCount, Signal::mass50_from_end},
    {0.70, Signal::mass70_above, Signal::kCount, Signal::kCount, Signal::mass70_from_end},
    {0.85, Signal::mass85_above, Signal::kCount, Signal::kCount, Signal::mass85_from_end},
    {0.95, Signal::mass95_above, Signal::mass95_share, Signal::mass95_from_start, Signal::mass95_from_end},
};

void add_membership(const Survey& survey, SignalTable& table, std::uint32_t holder,
                    const std::vector<std::int32_t>& depths, const Membership& columns) {
  const Element& h = survey.element(holder);
  const double share = survey.inside(holder).chars / std::max(survey.total().chars, 1.0);
  for (std::size_t i = 0; i < survey.size(); ++i) {
    const auto set = [&](Signal column, double value) {
      if (column != Signal::kCount) table.set(i, column, value);
    };
    const auto at = static_cast<double>(i);
    set(columns.above, h.depth - depths[survey.block(i).element]);
    set(columns.share_of_text, share);
    set(columns.from_start, at - h.first_block);
    set(columns.from_end, at - (static_cast<double>(h.end_block) - 1));
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
    if (score[e] > 0) {
      const Tally t = survey.inside(e);
      score[e] *= (1 - t.link_chars / std::max(t.chars, 1.0)) * class_weight(elements[e]);
    }
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
    table.set(i, Signal::holder_best_above, best_above[e] / top);
    table.set(i, Signal::holder_parent, score[survey.parent(e)] / top);
    table.set(i, Signal::holder_share, share);
  }
}

}  // namespace

void add_mass_signals(const Survey& survey, SignalTable& table) {
  const std::vector<double> mass = masses(survey);
  std::vector<std::int32_t> depths;
  for (const Membership& columns : kMemberships) {
    const std::uint32_t holder = deepest_with(survey, mass, columns.share);
    common_depths(survey, holder, depths);
    add_membership(survey, table, holder, depths, columns);
  }
  add_holder(survey, table, depths);
}

}  // namespace clean_article::extract
