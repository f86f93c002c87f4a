// Runs the table of finishing rules over a page. Knows no rule.
#pragma once

#include "extract/finish/context.hpp"
#include "extract/finish/table.hpp"

namespace clean_article::extract {

// The rules of the phases from `first` to `last`, in the table's order, save those that are off.
void run_finish(FinishContext& page, const RulesOff& off, Phase first, Phase last);

}  // namespace clean_article::extract
