// Joining what stands beside kept blocks of its kind, one to the next. Shared by the rules that keep lists
// and tables whole.
#pragma once

#include "extract/finish/rules/rules.hpp"

namespace clean_article::extract::rules {

// Marks blocks beside a kept one that belongs with them, unless the scorer finds them unlikely.
template <typename BelongTogether>
void mark_neighbours(const FinishContext& page, Marker& mark, const BelongTogether& belong_together) {
  constexpr float kLeastScore = 0.35f;
  const auto join = [&](std::size_t i, std::size_t neighbour) {
    if (!may_join(page.verdict(i), kLeastScore) || !page.is_kept(neighbour)) return;
    if (belong_together(i, neighbour)) mark.mark(i);
  };
  for (std::size_t i = 1; i < page.size(); ++i) join(i, i - 1);
  for (std::size_t i = page.size(); i-- > 1;) join(i - 1, i);
}

}  // namespace clean_article::extract::rules
