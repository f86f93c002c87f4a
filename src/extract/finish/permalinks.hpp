// The links of a heading to itself that are words ("Link to this heading", "top"): they are cut off its text.
// Those that are mere signs are marks already (marks.hpp) and never get into a block. Owns the phrases; runs
// when all is judged, so that no signal depends on it, nor what the scorer learns from
// (tools/export_signals).
#pragma once

#include <vector>

#include "extract/blocks/blocks.hpp"
#include "extract/finish/verdict.hpp"

namespace clean_article::extract {

// Cuts such links off both ends of the headings of a page that are kept: their blocks lose that text and its
// pieces, the counts in them stay those that were judged.
void cut_permalinks(const html::Document& document, const std::vector<Verdict>& verdicts, Blocks& page);

}  // namespace clean_article::extract
