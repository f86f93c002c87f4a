// The language of a piece of code, for a fence and for classes of HTML. Owns where highlighters say it; knows
// no format.
#pragma once

#include <string>

#include "html/html.hpp"

namespace clean_article::render {

// "cpp", "python3"; "" where nothing says it. `code`: a <pre> or what stands for one.
std::string language_of_code(const html::Document& document, html::NodeId code);

}  // namespace clean_article::render
