// A picture's caption (<figcaption>) is dropped where the page says that it is an article: it is a field of
// its picture. Captions of tables stay.
#include "extract/finish/rules/rules.hpp"

namespace clean_article::extract::rules {

void caption(const FinishContext& page, Marker& mark) {
  const Survey& survey = page.survey();
  for (std::size_t i = 0; i < page.size(); ++i)
    if (page.is_kept(i) && survey.block(i).kind == BlockKind::kCaption &&
        survey.element(survey.block(i).element).tag != html::Tag::k_caption)
      mark.mark(i);
}

}  // namespace clean_article::extract::rules
