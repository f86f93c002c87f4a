// An agency's short item is two or three sentences under a dated title. The scorer takes the longest of them
// and doubts the rest beside the longer texts of the page.
#include "extract/finish/page_heading.hpp"
#include "extract/finish/rules/joins.hpp"

namespace clean_article::extract::rules {

void short_item(const FinishContext& page, Marker& mark) {
  constexpr float kMostWords = 100;  // that are kept: of a longer text the scorer is surer
  if (page.kept().words == 0 || page.kept().words > kMostWords) return;
  const Survey& survey = page.survey();
  const ArticleText item = short_item_under_heading(page, !page.facts().declares_article());
  if (item.body == kNone) return;
  const Element& body = survey.element(item.body);
  bool any_kept = false;
  for (std::size_t i = item.first; i < body.end_block; ++i) any_kept = any_kept || page.is_kept(i);
  if (!any_kept) return;
  for (std::size_t i = item.first; i < body.end_block; ++i) {
    const bool stands_beside =
        survey.block(i).kind == BlockKind::kParagraph && survey.parent(survey.block(i).element) == item.body;
    if (!stands_beside || page.phrases(i) != 0 || !survey.measure(i).ends_sentence ||
        survey.measure(i).link_density > 0)
      return;  // the item ends here
    if (may_join(page.verdict(i), kLeastBetween)) mark.mark(i);
  }
}

}  // namespace clean_article::extract::rules
