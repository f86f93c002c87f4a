// Where the body of an article begins with "This was reported by …", the line under the title is no summary:
// the story begins with it. It is kept though the scorer, which takes such lines for summaries, left it out.
#include <algorithm>

#include "extract/finish/rules/rules.hpp"

namespace clean_article::extract::rules {

void story_begins(const FinishContext& page, Marker& mark) {
  constexpr std::size_t kNear = 8;  // blocks between title and body
  constexpr float kFewestWords = 4;
  const std::uint32_t title = page.survey().title_block;
  if (title == kNone) return;
  std::size_t first = title + 1;
  while (first < page.size() && !page.is_kept(first)) ++first;
  if (first == page.size() || (page.phrases(first) & mark.phrases()) == 0) return;
  for (std::size_t i = first; i-- > title + 1 && first - i <= kNear;) {
    const Measure& m = page.survey().measure(i);
    const BlockKind kind = page.survey().block(i).kind;
    if (kind != BlockKind::kParagraph && kind != BlockKind::kHeading) continue;
    if (page.phrases(i) != 0 || m.words < kFewestWords || m.link_density > 0 || m.has_date) continue;
    mark.mark(i);
    return;
  }
}

}  // namespace clean_article::extract::rules
