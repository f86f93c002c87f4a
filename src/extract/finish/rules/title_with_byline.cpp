// Title and byline as lines of one paragraph.
#include "extract/finish/rules/rules.hpp"

namespace clean_article::extract::rules {

void title_with_byline(const FinishContext& page, Marker& mark) {
  constexpr float kMostWords = 40;
  const Survey& survey = page.survey();
  const std::uint32_t i = survey.title_block;
  if (i == kNone || !page.is_kept(i) || survey.is_heading(i)) return;
  if (survey.measure(i).has_date && survey.measure(i).words <= kMostWords) mark.mark(i);
}

}  // namespace clean_article::extract::rules
