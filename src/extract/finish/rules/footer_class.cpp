// Blocks whose own element is named a footer.
#include "extract/finish/rules/rules.hpp"

namespace clean_article::extract::rules {

void footer_class(const FinishContext& page, Marker& mark) {
  for (std::size_t i = 0; i < page.size(); ++i)
    if (page.survey().distance(i, Category::k_class_footer) <= 0) mark.mark(i);
}

}  // namespace clean_article::extract::rules
