// When a page shows little and its structured data holds the article: paywalled teasers, pages that scripts
// fill in. Owns the decision; knows nothing of how the data was found.
#pragma once

#include <string_view>

#include "extract/extractor.hpp"

namespace clean_article::extract {

// Whether the article body that a page declares should stand in for what was chosen from the page itself.
bool needs_rescue(const Extraction& extraction);

// Whether such a body is HTML rather than lines of text.
bool is_markup(std::string_view article_body);

}  // namespace clean_article::extract
