// The line under the title (dek, standfirst) is text for who asks for it. Scores of it hover about the cut,
// since references disagree; the names that publishing systems give it settle that.
#include <algorithm>

#include "extract/finish/rules/rules.hpp"

namespace clean_article::extract::rules {

void dek(const FinishContext& page, Marker& mark) {
  constexpr float kLeastScore = 0.15f;
  constexpr float kLikely = 0.5f;
  constexpr float kFewestWords = 6;
  constexpr std::size_t kBehindTitle = 4;  // blocks
  const Survey& survey = page.survey();
  if (survey.title_block == kNone) return;
  const std::size_t end = std::min(page.size(), survey.title_block + 1 + kBehindTitle);
  for (std::size_t i = survey.title_block + 1; i < end; ++i) {
    const BlockKind kind = survey.block(i).kind;
    if (kind != BlockKind::kParagraph && kind != BlockKind::kHeading) continue;
    if (!may_join(page.verdict(i), kLeastScore) || survey.measure(i).words < kFewestWords ||
        survey.measure(i).link_density > 0)
      continue;
    if (survey.distance(i, Category::k_class_hero) > 1 && page.score(i) < kLikely) continue;
    mark.mark(i);
  }
}

}  // namespace clean_article::extract::rules
