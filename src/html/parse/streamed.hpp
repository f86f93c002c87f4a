// Pages that React streams: pieces that were not ready stand hidden at the end of the page, and scripts put
// them in place. Owns that reading of a tree. Private to this floor.
#pragma once

#include "html/tree/document.hpp"

namespace clean_article::html {

// Makes `placed` the page with all such pieces where a reader sees them, in place of what was shown while
// they were on their way. False, and `placed` is as it was, where the page has none.
bool place_streamed(const Document& page, DocumentPart& placed);

}  // namespace clean_article::html
