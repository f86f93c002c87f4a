// Lines that name author or date are fields, not text. Where only their number says so the scorer may object.
#include "extract/finish/rules/single_blocks.hpp"

namespace clean_article::extract::rules {

void byline(const FinishContext& page, Marker& mark) {
  mark_phrases(page, mark, [&](std::size_t i) { return page.is_byline(i) && is_furniture(page, i); });
}

}  // namespace clean_article::extract::rules
