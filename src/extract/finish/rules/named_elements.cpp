#include "extract/finish/rules/named_elements.hpp"

#include <algorithm>
#include <cstdint>

namespace clean_article::extract::rules {

namespace {

float best_score(const FinishContext& page, const Element& element) {
  float best = 0;
  for (std::size_t i = element.first_block; i < element.end_block; ++i) best = std::max(best, page.score(i));
  return best;
}

}  // namespace

void mark_named(const FinishContext& page, Marker& mark, Category category, float most_score) {
  constexpr double kMostShare = 0.7;  // of the page's text
  const Survey& survey = page.survey();
  const std::vector<Element>& elements = survey.page->elements;
  for (std::uint32_t e = 1; e < elements.size();) {
    const Element& element = elements[e];
    if (!element.categories.has(category) || survey.inside(e).chars > kMostShare * survey.total().chars ||
        best_score(page, element) > most_score) {
      ++e;
      continue;
    }
    mark.mark(element.first_block, element.end_block);
    e = element.end;
  }
}

}  // namespace clean_article::extract::rules
