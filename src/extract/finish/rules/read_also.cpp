// Lines between paragraphs that lead to other stories: "Also read: …". Where no article is declared, the
// scorer may object to all but those that are a link.
#include "extract/finish/rules/single_blocks.hpp"

namespace clean_article::extract::rules {

void read_also(const FinishContext& page, Marker& mark) {
  constexpr float kLikely = 0.5f;
  constexpr float kMostlyLink = 0.5f;
  const bool is_article = page.facts().declares_article();
  mark_phrases(page, mark, [&](std::size_t i) {
    return is_article || page.score(i) < kLikely || page.survey().measure(i).link_density >= kMostlyLink;
  });
}

}  // namespace clean_article::extract::rules
