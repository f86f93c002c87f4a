// Cells of data tables that are not kept whole go: behind whole_table, what is torn was not content.
#include "extract/finish/rules/rules.hpp"
#include "extract/finish/rules/table_tally.hpp"

namespace clean_article::extract::rules {

void torn_table(const FinishContext& page, Marker& mark) {
  for (const Table& table : page.survey().page->tables) {
    const Element& e = page.survey().element(table.element);
    const TableTally sums = tally(page, e);
    if (!sums.is_excluded() && sums.kept_words == sums.words) continue;
    for (std::uint32_t i = e.first_block; i < e.end_block; ++i)
      if (page.is_kept(i)) mark.mark_table_block(i);
  }
}

}  // namespace clean_article::extract::rules
