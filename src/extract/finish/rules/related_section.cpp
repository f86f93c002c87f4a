// Other stories behind the text, only where their heading begins an element: behind one among paragraphs the
// text may go on.
#include "extract/finish/rules/sections_behind_text.hpp"

namespace clean_article::extract::rules {

void related_section(const FinishContext& page, Marker& mark) {
  mark_sections_behind_text(page, mark, kLikelySection, [&](std::size_t i) {
    return page.survey().is_heading(i) && page.begins_element(i);
  });
}

}  // namespace clean_article::extract::rules
