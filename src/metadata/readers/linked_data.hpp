// JSON-LD: what a page's structured data says of the article it holds. Owns finding the article among the
// things described and following references between them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "metadata/readers/candidates.hpp"

namespace clean_article::metadata {

// Adds what all JSON-LD scripts of one page tell. `url` is the page's address, "" when unknown; it decides
// where several articles are described.
void read_linked_data(const std::vector<std::string>& scripts, std::string_view url, Candidates& out);

}  // namespace clean_article::metadata
