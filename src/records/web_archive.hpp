// The page in a file that Safari saves as a web archive: a binary property list. Owns as much of that form as
// it takes to find the page: objects are looked up and never built, so that a list of a million lists within
// each other costs nothing.
#pragma once

#include <string_view>

#include "records/record.hpp"

namespace clean_article::records {

// Whether a file begins as a binary property list.
bool is_property_list(std::string_view bytes);

// The main resource, with its charset and address; kNotHtml where there is none. Frames are left out.
Result<Page> open_web_archive(std::string_view bytes);

}  // namespace clean_article::records
