// Prompts in the place of a post go: "View this post on Instagram".
#include <cstdint>

#include "extract/finish/posts.hpp"
#include "extract/finish/rules/rules.hpp"

namespace clean_article::extract::rules {

void post_prompt(const FinishContext& page, Marker& mark) {
  for (const Element& e : page.survey().page->elements) {
    if (!is_post(page.survey(), e)) continue;
    for (std::uint32_t i = e.first_block; i < e.end_block; ++i)
      if (page.is_kept(i) && is_prompt(page, i)) mark.mark(i);
  }
}

}  // namespace clean_article::extract::rules
