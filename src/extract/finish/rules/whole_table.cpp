// A table stays whole: a cell beside a kept one of its row, or of the next row, is kept unless the scorer
// finds it unlikely.
#include <cstdint>

#include "extract/finish/rules/neighbours.hpp"

namespace clean_article::extract::rules {

void whole_table(const FinishContext& page, Marker& mark) {
  const Survey& survey = page.survey();
  mark_neighbours(page, mark, [&](std::size_t a, std::size_t b) {
    if (survey.block(a).kind != BlockKind::kCell || survey.block(b).kind != BlockKind::kCell) return false;
    const std::uint32_t row = survey.parent(survey.block(a).element);
    const std::uint32_t other_row = survey.parent(survey.block(b).element);
    return row == other_row || survey.parent(row) == survey.parent(other_row);
  });
}

}  // namespace clean_article::extract::rules
