// Pull quotes say again what the text says: a quote or aside whose words all stand in a longer kept block
// goes.
#include <algorithm>

#include "extract/finish/rules/rules.hpp"

namespace clean_article::extract::rules {

namespace {

bool is_set_apart(const Survey& survey, std::size_t i) {
  constexpr float kNearAside = 3;
  constexpr float kNear = 2;
  return (survey.block(i).flags & (kInQuote | kInFigure)) != 0 ||
         survey.distance(i, Category::k_aside) <= kNearAside ||
         survey.distance(i, Category::k_class_review) <= kNear ||
         survey.distance(i, Category::k_class_box) <= kNear;
}

}  // namespace

void pull_quote(const FinishContext& page, Marker& mark) {
  constexpr std::size_t kFewestWords = 5;
  constexpr std::size_t kMostWords = 60;
  constexpr std::size_t kReach = 200;  // blocks to either side: a page of nothing but quotes stays cheap
  const Survey& survey = page.survey();
  for (std::size_t i = 0; i < page.size(); ++i) {
    if (!page.is_kept(i) || survey.block(i).kind == BlockKind::kCode || !is_set_apart(survey, i)) continue;
    const auto words = survey.measures->tokens_of(survey.measure(i));
    if (words.size() < kFewestWords || words.size() > kMostWords) continue;
    const std::size_t end = std::min(page.size(), i + kReach);
    for (std::size_t j = i > kReach ? i - kReach : 0; j < end; ++j) {
      if (!page.is_kept(j)) continue;
      const auto text = survey.measures->tokens_of(survey.measure(j));
      if (text.size() <= words.size()) continue;  // itself, too
      if (std::search(text.begin(), text.end(), words.begin(), words.end()) == text.end()) continue;
      mark.mark(i);
      break;
    }
  }
}

}  // namespace clean_article::extract::rules
