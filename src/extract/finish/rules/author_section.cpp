// What stands under a heading over the author, behind the text. Not comments: "Discussion" heads a chapter of
// many a paper.
#include "extract/finish/rules/sections_behind_text.hpp"

namespace clean_article::extract::rules {

void author_section(const FinishContext& page, Marker& mark) {
  mark_sections_behind_text(page, mark, kLikelySection,
                            [&](std::size_t i) { return page.survey().is_heading(i); });
}

}  // namespace clean_article::extract::rules
