// What stands under the headings that the phrase lists of shops know. On the pages of WCXB these are 29,000
// words of boilerplate and 570 of content.
#include "extract/finish/rules/rules.hpp"

namespace clean_article::extract::rules {

void shop_section(const FinishContext& page, Marker& mark) {
  for (std::size_t i = 0; i < page.size(); ++i) {
    if ((page.phrases(i) & mark.phrases()) == 0) continue;
    if (!page.survey().is_heading(i) || page.survey().block(i).level < 2) continue;
    const std::size_t end = page.end_of_section(i);
    mark.mark(i, end);
    i = end - 1;
  }
}

}  // namespace clean_article::extract::rules
