// What the address or the start tag of a link says of it, before its attributes are read.
#pragma once

#include <string_view>

namespace clean_article::metadata {

// Whether an address is that of an author's page, by the habits of publishing systems.
bool leads_to_author(std::string_view href);

// Whether the start tag of a link could have a rel, or lead to an author: most have neither, and reading the
// attributes of all was a sixth of the work on metadata.
bool may_tell(std::string_view tag);

}  // namespace clean_article::metadata
