// Phrases that are never a part of an article's body, however well their place scores: one rule a class. The
// classes without a rule (credits, author boxes …) are signals only: a list of names may be content.
#include "extract/finish/rules/single_blocks.hpp"

namespace clean_article::extract::rules {

void phrase(const FinishContext& page, Marker& mark) {
  mark_phrases(page, mark, [](std::size_t) { return true; });
}

}  // namespace clean_article::extract::rules
