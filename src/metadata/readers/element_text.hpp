// The text inside an element, whatever became of the blocks it is in. Bounded: names, titles and dates are
// short.
#pragma once

#include <string>

#include "html/html.hpp"

namespace clean_article::metadata {

// The characters inside an element on one line, at most a few hundred bytes.
std::string text_inside(const html::Document& document, html::NodeId element);

// Likewise, of a heading without its links to itself and its footnote numbers, unless they are all of it.
std::string text_of_heading(const html::Document& document, html::NodeId heading);

// As text_inside, with " | " between the texts of different elements, so that a name and a date in elements
// of their own stay apart.
std::string text_parts_inside(const html::Document& document, html::NodeId element);

}  // namespace clean_article::metadata
