// When a page shows little and its data holds the article: paywalled teasers, pages that scripts fill in.
// Owns the decision; knows nothing of how the data is read.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "extract/judge/extractor.hpp"

namespace clean_article::extract {

// An article that stands in for what was chosen from the page itself.
struct Rescue {
  std::string body;         // HTML or lines of text
  bool is_markup = false;   // which of the two
  bool is_page = false;     // markup of a page of its own, to be judged as one
  std::string_view source;  // static text: where it was found
};

// The body that the page declares in JSON-LD or, for a page that shows next to nothing, that its framework's
// state holds, a frame whose source stands in the page, or what it gives others to show of a post that it
// would show itself if scripts ran; nothing where the page shows enough of it itself.
std::optional<Rescue> find_rescue(const html::Document& document, const Extraction& extraction);

}  // namespace clean_article::extract
