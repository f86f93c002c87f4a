// JSON-LD: what a page's structured data says of the article it holds. Owns finding the article among the
// things described and following references between them.
#pragma once

#include <string_view>

#include "metadata/readers/candidates.hpp"

namespace clean_article::extract {
class LinkedData;
}

namespace clean_article::metadata {

// Adds what a page's JSON-LD tells. `url` is the page's address, "" when unknown; it decides where several
// articles are described.
void read_linked_data(const extract::LinkedData& data, std::string_view url, Candidates& out);

}  // namespace clean_article::metadata
