// What a page's source shows before any element is looked at, so that most need not be. Knows names, not the
// tree.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace clean_article::metadata {

// Where a source holds the end of "itemprop" and the beginning of "property", ascending.
std::vector<std::uint32_t> places_of_properties(std::string_view source);

// Whether the microdata describes what others wrote below the first: comments, answers.
bool has_answers(std::string_view source);

}  // namespace clean_article::metadata
