// The links of a heading to itself that are words ("Link to this heading", "top"): they are cut off its text.
// Those that are mere signs are marks already (marks.hpp) and never get into a block. Owns the phrases; runs
// when all is judged, so that no signal depends on it.
#pragma once

#include "extract/blocks.hpp"

namespace clean_article::extract {

// Cuts such links off both ends of the headings of a page: their blocks lose that text and its pieces, the
// counts in them stay those that were judged.
void cut_permalinks(const html::Document& document, Blocks& page);

}  // namespace clean_article::extract
