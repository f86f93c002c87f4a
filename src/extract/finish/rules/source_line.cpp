// "Source: DN" as the last of the body's paragraphs is text. Elsewhere such a line is a byline or a credit.
#include "extract/finish/rules/source_line.hpp"

#include "extract/finish/rules/rules.hpp"

namespace clean_article::extract::rules {

bool closes_with_source(const FinishContext& page, std::size_t i) {
  constexpr float kMostWords = 10;
  const Survey& survey = page.survey();
  if ((page.phrases(i) & phrase_bit(site::PhraseClass::kSourceLine)) == 0 || i == 0) return false;
  if (survey.block(i).kind != BlockKind::kParagraph || survey.measure(i).words > kMostWords) return false;
  // Right behind a kept paragraph, in the same element; a picture between them, and it is the picture's.
  const std::uint32_t above = survey.block(i - 1).element;
  const std::uint32_t line = survey.block(i).element;
  if (!page.is_kept(i - 1) || survey.block(i - 1).kind != BlockKind::kParagraph || above == line ||
      survey.parent(above) != survey.parent(line) ||
      survey.element(line).images_before != survey.element(above).images_end)
    return false;
  for (std::size_t j = i + 1; j < survey.element(survey.parent(line)).end_block; ++j)
    if (page.is_kept(j) && survey.measure(j).paragraph) return false;
  return true;
}

void source_line(const FinishContext& page, Marker& mark) {
  for (std::size_t i = page.size(); i-- > 0;)
    if (!page.is_kept(i) && !is_finished_away(page.verdict(i)) && closes_with_source(page, i)) mark.mark(i);
}

}  // namespace clean_article::extract::rules
