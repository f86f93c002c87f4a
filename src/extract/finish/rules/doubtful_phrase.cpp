// Phrases that may be what the page says: where no article is declared, a line such as "Related products" or
// "Learn more" that the scorer takes for content. A source that closes the text is text. One rule a
// class.
#include "extract/finish/rules/single_blocks.hpp"
#include "extract/finish/rules/source_line.hpp"

namespace clean_article::extract::rules {

void doubtful_phrase(const FinishContext& page, Marker& mark) {
  constexpr float kLikely = 0.5f;
  const bool is_article = page.facts().declares_article();
  mark_phrases(page, mark, [&](std::size_t i) {
    return (is_article || page.score(i) < kLikely) && !closes_with_source(page, i);
  });
}

}  // namespace clean_article::extract::rules
