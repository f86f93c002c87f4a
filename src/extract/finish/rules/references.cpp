// Items of what is named a list of references.
#include "extract/finish/rules/rules.hpp"

namespace clean_article::extract::rules {

void references(const FinishContext& page, Marker& mark) {
  constexpr float kNear = 8;
  const Survey& survey = page.survey();
  for (std::size_t i = 0; i < page.size(); ++i)
    if (page.is_kept(i) && survey.block(i).kind == BlockKind::kListItem &&
        survey.distance(i, Category::k_class_references) <= kNear)
      mark.mark(i);
}

}  // namespace clean_article::extract::rules
