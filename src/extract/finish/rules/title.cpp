// The title is a field of its own, not a line of the text. Where the page shows no bylines title and slogan
// may be one: then the scorer may object.
#include "extract/finish/rules/rules.hpp"

namespace clean_article::extract::rules {

void title(const FinishContext& page, Marker& mark) {
  constexpr float kLikely = 0.5f;
  constexpr int kLowestLevel = 2;
  const Survey& survey = page.survey();
  const std::uint32_t i = survey.title_block;
  if (i == kNone || !page.is_kept(i) || !survey.is_heading(i) || survey.block(i).level > kLowestLevel) return;
  if (page.shows_bylines() || page.score(i) < kLikely) mark.mark(i);
}

}  // namespace clean_article::extract::rules
