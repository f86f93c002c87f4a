// The title is a field of its own, not a line of the text. Where the page shows no bylines title and slogan
// may be one: then the scorer may object, unless what is kept is one story.
#include "extract/finish/rules/rules.hpp"

namespace clean_article::extract::rules {

namespace {

// Whether all that is kept but the title is paragraphs of prose, one behind the other in one element.
bool is_one_story(const FinishContext& page, std::size_t title) {
  constexpr float kFewestWords = 100;
  const Survey& survey = page.survey();
  std::uint32_t parent = kNone;
  float words = 0;
  for (std::size_t i = 0; i < page.size(); ++i) {
    if (!page.is_kept(i) || i == title) continue;
    const std::uint32_t own = survey.parent(survey.block(i).element);
    if (i < title || !survey.measure(i).paragraph || (parent != kNone && own != parent)) return false;
    parent = own;
    words += survey.measure(i).words;
  }
  return words >= kFewestWords;
}

}  // namespace

void title(const FinishContext& page, Marker& mark) {
  constexpr float kLikely = 0.5f;
  constexpr int kLowestLevel = 2;
  const Survey& survey = page.survey();
  const std::uint32_t i = survey.title_block;
  if (i == kNone || !page.is_kept(i) || !survey.is_heading(i) || survey.block(i).level > kLowestLevel) return;
  if (page.shows_bylines() || page.score(i) < kLikely || is_one_story(page, i)) mark.mark(i);
}

}  // namespace clean_article::extract::rules
