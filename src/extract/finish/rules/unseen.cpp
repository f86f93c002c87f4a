// Blocks that no reader sees, where no article is declared: articles hide text until a click or a script.
#include "extract/finish/rules/rules.hpp"

namespace clean_article::extract::rules {

void unseen(const FinishContext& page, Marker& mark) {
  const Survey& survey = page.survey();
  for (std::size_t i = 0; i < page.size(); ++i)
    if (survey.distance(i, Category::k_hidden) <= 0 || survey.distance(i, Category::k_class_unseen) <= 0)
      mark.mark(i);
}

}  // namespace clean_article::extract::rules
