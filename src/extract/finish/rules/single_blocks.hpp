// Blocks whose whole text a phrase list knows. Shared by the rules on phrases.
#pragma once

#include "extract/finish/rules/rules.hpp"

namespace clean_article::extract::rules {

// Marks the blocks that a list of the rule's phrases recognises and `counts` accepts, chosen or not: what
// stood under a heading is gone either way. A word alone in a table ("YouTube", "Required") is what the table
// tells, and code says anything.
template <typename Counts>
void mark_phrases(const FinishContext& page, Marker& mark, const Counts& counts) {
  for (std::size_t i = 0; i < page.size(); ++i) {
    const site::PhraseMatch* match = page.match(i, mark.phrases());
    if (match == nullptr || is_finished_away(page.verdict(i))) continue;
    const BlockKind kind = page.survey().block(i).kind;
    if (kind != BlockKind::kCode && kind != BlockKind::kCell && counts(i)) mark.mark(i, match);
  }
}

// Whether a line with a name or a date is furniture where the rules on such lines run: where only their
// number says so the scorer may object.
inline bool is_furniture(const FinishContext& page, std::size_t i) {
  constexpr float kLikely = 0.7f;
  return page.facts().declares_article() || page.facts().is_thread() || page.score(i) < kLikely;
}

}  // namespace clean_article::extract::rules
