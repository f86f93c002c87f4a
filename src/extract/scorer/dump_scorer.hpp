// Judging the lines of a text that once was a web page and has lost its markup. Lines, their order and the
// phrase lists are all there is: what other signals say of elements is not asked.
#pragma once

#include "extract/scorer/scorer.hpp"

namespace clean_article::extract {

// The scorer for text dumps. Static lifetime.
const Scorer& dump_scorer();

}  // namespace clean_article::extract
