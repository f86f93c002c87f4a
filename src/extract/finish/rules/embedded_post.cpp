// Posts of social networks between the paragraphs of an article are text: the quotation and who wrote it.
#include <algorithm>
#include <cstdint>

#include "extract/finish/posts.hpp"
#include "extract/finish/rules/rules.hpp"

namespace clean_article::extract::rules {

namespace {

// Whether kept text stands near a post, within the elements that hold it.
bool stands_in_text(const FinishContext& page, const Element& post) {
  constexpr int kHighest = 4;          // wrappers around a post
  constexpr std::uint32_t kReach = 4;  // blocks: captions and other posts may stand between
  const Survey& survey = page.survey();
  std::uint32_t holder = post.parent;
  for (int level = 0; level < kHighest && holder != kNone; ++level, holder = survey.element(holder).parent) {
    const Element& e = survey.element(holder);
    const std::uint32_t begin =
        std::max(e.first_block, post.first_block - std::min(post.first_block, kReach));
    const std::uint32_t end = std::min(e.end_block, post.end_block + kReach);
    for (std::uint32_t i = begin; i < end; ++i)
      if (page.is_kept(i) && (i < post.first_block || i >= post.end_block)) return true;
  }
  return false;
}

}  // namespace

void embedded_post(const FinishContext& page, Marker& mark) {
  for (const Element& e : page.survey().page->elements) {
    if (!is_post(page.survey(), e) || !stands_in_text(page, e)) continue;
    for (std::uint32_t i = e.first_block; i < e.end_block; ++i)
      if (may_join(page.verdict(i), 0) && !is_prompt(page, i)) mark.mark(i);
  }
}

}  // namespace clean_article::extract::rules
