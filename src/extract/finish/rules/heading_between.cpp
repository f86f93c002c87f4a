// A heading or quote with kept blocks of the same parent on both sides belongs to them; so does a likelier
// heading right over one.
#include <cstdint>

#include "extract/finish/rules/joins.hpp"
#include "extract/finish/rules/rules.hpp"

namespace clean_article::extract::rules {

void heading_between(const FinishContext& page, Marker& mark) {
  constexpr float kLeastOver = 0.3f;  // score of a heading over kept text
  const Survey& survey = page.survey();
  // From the end, so that what stands over a joined block can join it in turn.
  for (std::size_t i = page.size(); i-- > 1;) {
    const Block& b = survey.block(i);
    const bool heading = b.kind == BlockKind::kHeading;
    const bool quote = (b.flags & kInQuote) != 0;
    if (!may_join(page.verdict(i), kLeastBetween) || (!heading && !quote) || survey.title_block == i)
      continue;
    std::uint32_t holder = survey.parent(b.element);
    if (survey.element(holder).tag == html::Tag::k_blockquote) holder = survey.parent(holder);
    const Element& parent = survey.element(holder);
    const auto beside = [&](std::size_t o) {
      return o >= parent.first_block && o < parent.end_block && page.is_kept(o);
    };
    bool kept_before = false;
    for (std::size_t back = 1; back <= kJoinReach && back <= i; ++back)
      kept_before = kept_before || beside(i - back);
    if (beside(i + 1) && (kept_before || (heading && page.score(i) >= kLeastOver))) mark.mark(i);
  }
}

}  // namespace clean_article::extract::rules
