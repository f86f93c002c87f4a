// Phrases that may be what the page says: where no article is declared, a line such as "Related products" or
// "Learn more" that the scorer takes for content. So may a subheading ("What's next") be, right above a
// paragraph of the text, or a long sentence. A source that closes the text is text. One rule a class.
#include "extract/finish/rules/single_blocks.hpp"
#include "extract/finish/rules/source_line.hpp"

namespace clean_article::extract::rules {

namespace {

// Whether it is a heading and the very next block a paragraph of the text that leads nowhere else.
bool heads_text(const FinishContext& page, std::size_t i) {
  constexpr float kParagraph = 12;  // words
  constexpr float kMostLinkDensity = 0.2f;
  const Survey& survey = page.survey();
  if (!survey.is_heading(i) || i + 1 == page.size() || !page.is_kept(i + 1)) return false;
  const Measure& next = survey.measure(i + 1);
  return survey.block(i + 1).kind == BlockKind::kParagraph && next.words >= kParagraph &&
         next.link_density <= kMostLinkDensity && page.score(i + 1) >= kSure;
}

bool is_long_sentence(const FinishContext& page, std::size_t i) {
  constexpr float kLong = 20;  // words
  constexpr float kSureOfText = 0.95f;
  const Measure& m = page.survey().measure(i);
  return m.words >= kLong && m.ends_sentence && page.score(i) >= kSureOfText;
}

}  // namespace

void doubtful_phrase(const FinishContext& page, Marker& mark) {
  constexpr float kLikely = 0.5f;
  const bool is_article = page.facts().declares_article();
  mark_phrases(page, mark, [&](std::size_t i) {
    return (is_article || page.score(i) < kLikely) && !closes_with_source(page, i) && !heads_text(page, i) &&
           !is_long_sentence(page, i);
  });
}

}  // namespace clean_article::extract::rules
