// Pages that stand in the way of what was asked for: proofs that no robot reads, log-ins, demands for
// JavaScript or consent.
#include "extract/finish/rules/rules.hpp"
#include "extract/finish/walls.hpp"

namespace clean_article::extract::rules {

void wall(const FinishContext& page, Marker& mark) {
  const std::string_view what = find_wall(page.document(), page.survey(), page.verdicts());
  if (what.empty()) return;
  mark.refuse(what);
  for (std::size_t i = 0; i < page.size(); ++i)
    if (page.is_kept(i)) mark.mark(i);
}

}  // namespace clean_article::extract::rules
