// What was decided so far about the words of a data table. Shared by the rules about whole tables.
#pragma once

#include <algorithm>
#include <cstdint>

#include "extract/finish/context.hpp"

namespace clean_article::extract::rules {

// What is never content is none in a table either: a hidden sort key.
inline bool is_excluded(const Verdict& verdict) {
  return !verdict.kept && verdict.step == Step::kFinish && verdict.rule->phase == Phase::kExclude;
}

struct TableTally {
  float words = 0;  // without what is never content
  float excluded_words = 0;
  float kept_words = 0;
  float scores = 0;  // weighed by words

  bool is_excluded() const { return words == 0 || excluded_words > words; }
};

inline TableTally tally(const FinishContext& page, const Element& table) {
  TableTally sums;
  for (std::uint32_t i = table.first_block; i < table.end_block; ++i) {
    const float words = std::max(page.survey().measure(i).words, 1.0f);  // signs fill cells, too
    if (is_excluded(page.verdict(i))) {
      sums.excluded_words += words;
      continue;
    }
    sums.words += words;
    sums.scores += words * page.score(i);
    if (page.is_kept(i)) sums.kept_words += words;
  }
  return sums;
}

}  // namespace clean_article::extract::rules
