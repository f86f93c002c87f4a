// Marks of agencies as the last line of a text: "dpa", "(AFP)".
#include "extract/finish/rules/rules.hpp"

namespace clean_article::extract::rules {

void sign_off(const FinishContext& page, Marker& mark) {
  constexpr float kMostWords = 5;
  for (std::size_t i = page.size(); i-- > 0;) {
    if (!page.is_kept(i)) continue;
    const site::PhraseMatch* match = page.match(i, mark.phrases());
    if (match != nullptr && page.survey().measure(i).words <= kMostWords &&
        page.survey().block(i).kind == BlockKind::kParagraph && i > page.kept().first)
      mark.mark(i, match);
    return;
  }
}

}  // namespace clean_article::extract::rules
