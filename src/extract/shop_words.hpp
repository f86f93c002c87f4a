// The words by which shops build their pages, in the languages of most of them: headings, and counts behind
// names. Knows texts, not blocks.
#pragma once

#include <string_view>

namespace clean_article::extract {

// Whether a text ends with how many there are: "Mountain bikes (1,204)", "Tents (8 products)".
bool ends_with_count(std::string_view text);

// Whether a heading stands over customers' reviews and over nothing else: "Customer reviews", "29 reviews for
// …". `of_product`: of a page about a product, where the bare "Reviews" is such a heading, too.
bool heads_reviews(std::string_view heading, bool of_product);

// Whether a heading on a product's page stands over other goods, or over terms that hold for all of them.
bool heads_other_goods(std::string_view heading);

}  // namespace clean_article::extract
