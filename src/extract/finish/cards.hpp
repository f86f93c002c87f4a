// Cards: what a page builds again and again, with a piece of content in each. Owns the question which blocks
// stand at the same place in the cards of one run, and that short lines are kept wherever most of them are.
#pragma once

#include <vector>

#include "extract/finish/verdict.hpp"
#include "extract/survey/survey.hpp"

namespace clean_article::extract {

// Keeps a short line of a card (a name, a place, a price) where the same line of most other cards of the run
// is kept, unless the scorer finds it unlikely.
void keep_lines_of_cards(const Survey& survey, std::vector<Verdict>& verdicts);

}  // namespace clean_article::extract
