#include "extract/finish/rules/story.hpp"

namespace clean_article::extract::rules {

bool is_story(const FinishContext& page) {
  constexpr float kFewestWords = 100;
  constexpr float kMostlyProse = 0.8f;
  constexpr PhraseBits kCredit = phrase_bit(site::PhraseClass::kCredit);
  if (page.facts().declares_article()) return true;
  float prose = 0;
  float words = 0;
  for (std::size_t i = 0; i < page.size(); ++i) {
    if (!page.is_kept(i)) continue;
    const Measure& m = page.survey().measure(i);
    words += m.words;
    if (m.paragraph && (page.phrases(i) & kCredit) == 0) prose += m.words;
  }
  return words >= kFewestWords && prose >= kMostlyProse * words;
}

}  // namespace clean_article::extract::rules
