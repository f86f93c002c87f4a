// Readers' comments, for those who ask for them. Knows where pages keep them by the names that publishing
// systems give such elements.
#pragma once

#include <vector>

#include "extract/finish/verdict.hpp"
#include "extract/survey/survey.hpp"

namespace clean_article::extract {

// Keeps the text of the comments under an article: blocks inside an element that is named after comments,
// without the lines that phrase lists recognise, headings, links and forms.
void keep_comments(const Survey& survey, const std::vector<PhraseBits>& phrases,
                   std::vector<Verdict>& verdicts);

}  // namespace clean_article::extract
