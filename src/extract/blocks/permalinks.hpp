// Links of a heading to itself that are words ("Link to this heading", "top"). Links that are mere signs are
// marks (marks.hpp), and in no block's text.
#pragma once

#include <string_view>

#include "html/html.hpp"

namespace clean_article::extract {

// Whether a link in a heading leads to the heading itself, or to the top, and its text says so.
bool is_permalink(const html::Document& document, html::NodeId heading, html::NodeId link,
                  std::string_view shown);

}  // namespace clean_article::extract
