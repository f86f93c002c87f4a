// The finish inside the chosen text: what belongs to it is kept, what is never content goes, headings without
// a following go, and nothing is glued together.
#pragma once

#include <vector>

#include "extract/finish/verdict.hpp"
#include "extract/survey/survey.hpp"

namespace clean_article::extract {

// Changes verdicts, kept to dropped and dropped to kept, with the reason. `matches` holds the phrase matches
// of each block.
void trim(const Survey& survey, const std::vector<std::vector<site::PhraseMatch>>& matches,
          std::vector<Verdict>& verdicts);

// Only what is never content goes: phrases and the title.
void trim_phrases(const Survey& survey, const std::vector<std::vector<site::PhraseMatch>>& matches,
                  std::vector<Verdict>& verdicts);

}  // namespace clean_article::extract
