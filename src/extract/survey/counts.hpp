// Counts behind names, as shops and libraries write them. Knows texts, not blocks.
#pragma once

#include <string_view>

namespace clean_article::extract {

// Whether a text ends with how many there are: "Mountain bikes (1,204)", "Tents (8 products)".
bool ends_with_count(std::string_view text);

}  // namespace clean_article::extract
