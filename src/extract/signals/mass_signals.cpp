#include <algorithm>

#include "extract/signals/signal_groups.hpp"

namespace clean_article::extract {

namespace {

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

// The columns of the deepest element that holds a share of the mass; kCount where a column did not prove
// useful.
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
constexpr std::size_t kHolder = std::size(kMemberships);  // among the targets, behind these

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

}  // namespace

MassSignals::MassSignals(const Survey& survey) : survey_(survey) {
  static_assert(kHolder < kTargets);
  const std::vector<double> mass = masses(survey);
  for (std::size_t m = 0; m < kHolder; ++m) targets_[m] = deepest_with(survey, mass, kMemberships[m].share);
  find_holder();
  targets_[kHolder] = holder_;
  find_depths();
}

void MassSignals::find_holder() {
  const auto& elements = survey_.page->elements;
  score_.assign(elements.size(), 0.0);
  for (std::size_t i = 0; i < survey_.size(); ++i) {
    const Measure& m = survey_.measure(i);
    if (m.paragraph_chars() <= 0) continue;
    const double credit = std::min(m.paragraph_chars() / 100.0, 3.0) + m.commas + 1;
    std::uint32_t e = survey_.block(i).element;
    if (elements[e].tag != html::Tag::k_div) e = survey_.parent(e);
    for (const double divisor : {1.0, 2.0, 6.0}) {
      score_[e] += credit / divisor;
      if (elements[e].parent == kNone) break;
      e = elements[e].parent;
    }
  }
  best_above_.resize(elements.size());
  for (std::uint32_t e = 0; e < elements.size(); ++e) {
    if (score_[e] > 0) {
      const double links = survey_.inside(e, &Tally::link_chars);
      score_[e] *= (1 - links / std::max(survey_.inside(e, &Tally::chars), 1.0)) * class_weight(elements[e]);
    }
    if (score_[e] > score_[holder_]) holder_ = e;
    best_above_[e] = std::max(score_[e], elements[e].parent == kNone ? 0.0 : best_above_[elements[e].parent]);
  }
  top_ = std::max(score_[holder_], 1e-9);
}

// What lies on the way to a target is its own common ancestor with it, what does not has that of its parent.
void MassSignals::find_depths() {
  constexpr std::int16_t kUnknown = -1;
  const auto& elements = survey_.page->elements;
  depths_.assign(elements.size(), Depths{} + kUnknown);
  for (std::size_t target = 0; target < kTargets; ++target)
    for (std::uint32_t e = targets_[target]; e != kNone; e = elements[e].parent)
      depths_[e][target] = static_cast<std::int16_t>(elements[e].depth);
  for (std::uint32_t e = 0; e < elements.size(); ++e) {
    const Depths above = elements[e].parent == kNone ? Depths{} : depths_[elements[e].parent];
    const Depths unknown = depths_[e] < 0;
    depths_[e] = (above & unknown) | (depths_[e] & ~unknown);
  }
}

void MassSignals::add(std::size_t i, SignalRow row) const {
  const double page_chars = std::max(survey_.total().chars, 1.0);
  const std::uint32_t e = survey_.block(i).element;
  const Depths depths = depths_[e];
  const auto at = static_cast<double>(i);
  const auto set = [&](Signal column, double value) {
    if (column != Signal::kCount) row.set(column, value);
  };
  for (std::size_t m = 0; m < kHolder; ++m) {
    const Membership& columns = kMemberships[m];
    const Element& target = survey_.element(targets_[m]);
    set(columns.above, target.depth - depths[m]);
    set(columns.share_of_text, survey_.inside(targets_[m], &Tally::chars) / page_chars);
    set(columns.from_start, at - target.first_block);
    set(columns.from_end, at - (static_cast<double>(target.end_block) - 1));
  }
  row.set(Signal::holder_inside, depths[kHolder] >= survey_.element(holder_).depth);
  row.set(Signal::holder_best_above, best_above_[e] / top_);
  row.set(Signal::holder_parent, score_[survey_.parent(e)] / top_);
  row.set(Signal::holder_share, survey_.inside(holder_, &Tally::chars) / page_chars);
}

}  // namespace clean_article::extract
