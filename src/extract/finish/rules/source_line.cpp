// "Source: DN" as the last of the body's paragraphs is text, between them it may be. Elsewhere such a line is
// a byline or a credit.
#include "extract/finish/rules/source_line.hpp"

#include "extract/finish/rules/rules.hpp"

namespace clean_article::extract::rules {

bool names_source_of_text(const FinishContext& page, std::size_t i) {
  constexpr float kMostWords = 10;
  constexpr std::size_t kReach = 4;  // blocks: share buttons and the like may stand between
  const Survey& survey = page.survey();
  if ((page.phrases(i) & phrase_bit(site::PhraseClass::kSourceLine)) == 0) return false;
  if (survey.block(i).kind != BlockKind::kParagraph || survey.measure(i).words > kMostWords) return false;
  std::size_t above = i;
  for (std::size_t near = 0; near < kReach && above > 0; ++near)
    if (page.is_kept(--above)) break;
  if (above == i || !page.is_kept(above) || survey.block(above).kind == BlockKind::kHeading) return false;
  // With a picture between them it is the picture's.
  const std::uint32_t text = survey.block(above).element;
  const std::uint32_t line = survey.block(i).element;
  return text == line || survey.element(line).images_before == survey.element(text).images_end;
}

bool closes_with_source(const FinishContext& page, std::size_t i) {
  if (!names_source_of_text(page, i)) return false;
  const Survey& survey = page.survey();
  for (std::size_t j = i + 1; j < page.size(); ++j)
    if (page.is_kept(j) && survey.measure(j).paragraph) return false;
  return true;
}

void source_line(const FinishContext& page, Marker& mark) {
  for (std::size_t i = page.size(); i-- > 0;)
    if (!page.is_kept(i) && !is_finished_away(page.verdict(i)) && closes_with_source(page, i)) mark.mark(i);
}

}  // namespace clean_article::extract::rules
