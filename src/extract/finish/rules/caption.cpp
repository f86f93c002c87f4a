// Captions are fields of pictures, where the page says that it is an article.
#include "extract/finish/rules/rules.hpp"

namespace clean_article::extract::rules {

void caption(const FinishContext& page, Marker& mark) {
  for (std::size_t i = 0; i < page.size(); ++i)
    if (page.is_kept(i) && page.survey().block(i).kind == BlockKind::kCaption) mark.mark(i);
}

}  // namespace clean_article::extract::rules
