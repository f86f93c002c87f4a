// Signatures under posts. Elsewhere a class of that name may be a function's signature.
#include "extract/finish/rules/rules.hpp"

namespace clean_article::extract::rules {

void signature(const FinishContext& page, Marker& mark) {
  constexpr float kNear = 8;
  const Survey& survey = page.survey();
  const bool is_thread = page.facts().is_thread();
  for (std::size_t i = 0; i < page.size(); ++i)
    if (page.is_kept(i) && survey.distance(i, Category::k_class_signature) <= 1 &&
        (is_thread || survey.distance(i, Category::k_class_post) <= kNear))
      mark.mark(i);
}

}  // namespace clean_article::extract::rules
