// Headings over readers' comments, where lines with names and dates are furniture.
#include "extract/finish/rules/single_blocks.hpp"

namespace clean_article::extract::rules {

void comments_heading(const FinishContext& page, Marker& mark) {
  mark_phrases(page, mark,
               [&](std::size_t i) { return page.survey().is_heading(i) && is_furniture(page, i); });
}

}  // namespace clean_article::extract::rules
