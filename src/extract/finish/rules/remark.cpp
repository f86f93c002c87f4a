// Remarks under the answers of a question page are not answers: short items of a comment list, signed and
// dated. So are such items below an article. In other threads they may be the posts.
#include <cstdint>

#include "extract/finish/rules/rules.hpp"
#include "extract/finish/threads.hpp"

namespace clean_article::extract::rules {

namespace {

// Whether the item that a block of a list is in holds a date.
bool is_dated_item(const Survey& survey, std::size_t i) {
  constexpr std::uint32_t kMostBlocks = 12;  // more are a list of remarks, not one
  const Element& e = survey.element(survey.block(i).item);
  return e.end_block - e.first_block <= kMostBlocks &&
         survey.before[e.end_block].dates > survey.before[e.first_block].dates;
}

}  // namespace

void remark(const FinishContext& page, Marker& mark) {
  constexpr float kNear = 4;
  constexpr float kMostWords = 150;
  const Survey& survey = page.survey();
  const bool of_questions = (page.facts().types & kTypeQuestion) != 0;
  for (std::size_t i = 0; i < page.size(); ++i) {
    if (!page.is_kept(i) || survey.block(i).kind != BlockKind::kListItem) continue;
    if (survey.measure(i).words > kMostWords || survey.distance(i, Category::k_class_comment) > kNear)
      continue;
    const bool is_signed = of_questions ? survey.measure(i).has_date || is_dated_item(survey, i)
                                        : survey.measure(i).has_date && !is_thread(page, i);
    if (is_signed) mark.mark(i);
  }
}

}  // namespace clean_article::extract::rules
