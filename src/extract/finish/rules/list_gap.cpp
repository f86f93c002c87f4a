// Items between kept ones of their list belong to it, other blocks may be furniture of cards. Posts of a
// thread and readers' comments are no such list. In articles the scorer knows better: what it left out of a
// list was a link to another story more often than not (read by hand: 42 pages harmed, 25 helped).
#include <cstdint>

#include "extract/finish/rules/rules.hpp"
#include "extract/finish/threads.hpp"

namespace clean_article::extract::rules {

void list_gap(const FinishContext& page, Marker& mark) {
  constexpr float kLeastScore = 0.05f;
  constexpr float kNear = 4;
  const Survey& survey = page.survey();
  if (is_thread(page, page.size())) return;
  const auto is_item = [&](std::size_t i) {
    const BlockKind kind = survey.block(i).kind;
    if (survey.distance(i, Category::k_class_comment) <= kNear) return false;
    return kind == BlockKind::kListItem || kind == BlockKind::kTerm || kind == BlockKind::kDefinition;
  };
  const std::vector<Element>& elements = survey.page->elements;
  for (std::uint32_t e = 1; e < elements.size();) {
    const Element& list = elements[e];
    if (list.tag != html::Tag::k_ul && list.tag != html::Tag::k_ol && list.tag != html::Tag::k_dl) {
      ++e;
      continue;
    }
    std::size_t begin = list.first_block;
    std::size_t end = list.end_block;
    while (begin < end && !page.is_kept(begin)) ++begin;
    while (begin < end && !page.is_kept(end - 1)) --end;
    for (std::size_t i = begin; i < end; ++i)
      if (is_item(i) && may_join(page.verdict(i), kLeastScore)) mark.mark(i);
    e = list.end;
  }
}

}  // namespace clean_article::extract::rules
