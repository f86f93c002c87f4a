// Lines about the author at the end of an article: "Maud Penhallow is a baker and writer in Truro." Owns the
// question which blocks are such lines; drops nothing itself.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "extract/finish/verdict.hpp"
#include "extract/survey/survey.hpp"

namespace clean_article::extract {

// The kept blocks, at the end of a page's text, that tell who its author is.
std::vector<std::size_t> find_biographies(const Survey& survey, const std::vector<Verdict>& verdicts);

// How a text names somebody and what he or she does: the end of the name, at least two words from the start,
// or 0 where it does not begin so.
std::size_t named_person(std::string_view text);

}  // namespace clean_article::extract
