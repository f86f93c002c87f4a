// The fact tables of encyclopedias, by their name. Only tables and asides: elsewhere it is any box with an
// icon.
#include "extract/finish/rules/rules.hpp"

namespace clean_article::extract::rules {

void infobox(const FinishContext& page, Marker& mark) {
  constexpr float kNear = 8;
  const Survey& survey = page.survey();
  for (std::size_t i = 0; i < page.size(); ++i) {
    if (!page.is_kept(i) || survey.distance(i, Category::k_class_infobox) > kNear) continue;
    if (survey.distance(i, Category::k_table) <= kNear || survey.distance(i, Category::k_aside) <= kNear)
      mark.mark_table_block(i);
  }
}

}  // namespace clean_article::extract::rules
