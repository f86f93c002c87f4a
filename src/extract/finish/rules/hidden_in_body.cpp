// What a browser would not show of a site rule's body, unless all of it is hidden until a click or a script.
#include <algorithm>

#include "extract/finish/rules/rules.hpp"

namespace clean_article::extract::rules {

void hidden_in_body(const FinishContext& page, Marker& mark) {
  const auto is_hidden = [](const Block& block) { return (block.flags & kHidden) != 0; };
  if (std::ranges::all_of(page.survey().page->blocks, is_hidden)) return;
  for (std::size_t i = 0; i < page.size(); ++i)
    if (is_hidden(page.survey().block(i))) mark.mark(i);
}

}  // namespace clean_article::extract::rules
