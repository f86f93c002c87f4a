// How far one word is from another: what a mistyped name was meant to be.
#pragma once

#include <cstddef>
#include <string_view>

namespace clean_article::text {

// How many bytes must be put in, left out, changed or swapped with the next to make `b` of `a` (the distance
// of Damerau and Levenshtein, no part being changed twice). Takes time and memory by the product of the
// lengths.
std::size_t edit_distance(std::string_view a, std::string_view b);

}  // namespace clean_article::text
