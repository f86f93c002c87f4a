// Headings that repeat the title, as the subjects of a thread's posts do.
#include "extract/finish/rules/rules.hpp"

namespace clean_article::extract::rules {

void repeated_title(const FinishContext& page, Marker& mark) {
  constexpr float kSameWords = 0.85f;
  constexpr float kFewestWords = 4;
  const Survey& survey = page.survey();
  for (std::size_t i = 0; i < page.size(); ++i) {
    if (!page.is_kept(i) || !survey.is_heading(i)) continue;
    if (survey.title_inside[i] >= kSameWords && survey.measure(i).words >= kFewestWords &&
        (page.facts().is_thread() || page.score(i) < kSure))
      mark.mark(i);
  }
}

}  // namespace clean_article::extract::rules
