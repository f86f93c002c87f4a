// A data table is kept whole or dropped whole: by what was chosen of its words, else by their mean score and
// by whether kept text stands around it. Its caption goes with it.
#include <algorithm>
#include <cstdint>

#include "extract/finish/rules/rules.hpp"
#include "extract/finish/rules/table_tally.hpp"

namespace clean_article::extract::rules {

namespace {

// Whether a kept block stands right before the table or behind it, within what holds the table.
int kept_sides(const FinishContext& page, const Element& table) {
  constexpr std::uint32_t kReach = 3;  // blocks
  constexpr int kHighest = 3;          // wrappers around the table, for its frame and scroll bar
  const Survey& survey = page.survey();
  std::uint32_t around = table.parent;
  for (int level = 0; level < kHighest; ++level) {
    const Element& e = survey.element(around);
    if (e.first_block < table.first_block || e.end_block > table.end_block) break;
    around = survey.parent(around);
  }
  const Element& holder = survey.element(around);
  bool before = false;
  bool behind = false;
  for (std::uint32_t back = 1; back <= kReach && table.first_block >= holder.first_block + back; ++back)
    before = before || page.is_kept(table.first_block - back);
  for (std::uint32_t i = table.end_block; i < std::min(table.end_block + kReach, holder.end_block); ++i)
    behind = behind || page.is_kept(i);
  return (before ? 1 : 0) + (behind ? 1 : 0);
}

bool is_content(const FinishContext& page, const Element& table) {
  // Of its words. Of what was dropped for less than half of them, two thirds of the words were in the
  // references.
  constexpr float kLeastKept = 0.1f;
  // Least mean score of a table of which less was chosen, by the number of sides on which kept
  // text stands. Of wcxb-dev's and canola's tables below these next to none are in the references.
  constexpr float kLeastScore[] = {0.6f, 0.5f, 0.45f};
  const TableTally sums = tally(page, table);
  if (sums.is_excluded()) return false;
  if (sums.kept_words >= kLeastKept * sums.words) return true;
  return sums.scores >= kLeastScore[kept_sides(page, table)] * sums.words;
}

}  // namespace

void whole_table(const FinishContext& page, Marker& mark) {
  const Survey& survey = page.survey();
  for (const Table& table : survey.page->tables) {
    const Element& e = survey.element(table.element);
    if (!is_content(page, e)) continue;
    for (std::uint32_t i = e.first_block; i < e.end_block; ++i)
      if (!page.is_kept(i) && !is_excluded(page.verdict(i))) mark.mark(i);
  }
}

}  // namespace clean_article::extract::rules
