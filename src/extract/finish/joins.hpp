// What belongs to kept text though the scorer left it out: the line of a card that the other cards keep, code
// between code, an item of a kept list. The first part of the finish; what goes is trim's.
#pragma once

#include <vector>

#include "extract/finish/verdict.hpp"
#include "extract/survey/survey.hpp"

namespace clean_article::extract {

// Changes verdicts of dropped blocks to kept, with the reason.
void keep_what_belongs(const Survey& survey, std::vector<Verdict>& verdicts);

}  // namespace clean_article::extract
