// What a page holds twice: for narrow and for wide screens, in a slider's clones, quoted by answers. Owns the
// question whether a text that comes again is meant; drops nothing itself.
#pragma once

#include <cstddef>
#include <vector>

#include "extract/finish/verdict.hpp"
#include "extract/survey/survey.hpp"

namespace clean_article::extract {

// The kept blocks that say again what kept blocks before them said, in order.
std::vector<std::size_t> find_copies(const Survey& survey, const std::vector<Verdict>& verdicts);

}  // namespace clean_article::extract
