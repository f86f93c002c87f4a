// What highlighters and editors put into and around code: numbers of lines, buttons, a line in an element of
// its own, boxes that are no <pre>. Owns how they are told; knows nothing of blocks.
#pragma once

#include "html/html.hpp"

namespace clean_article::extract {

// Whether an element inside code is no part of it: the number of a line or a column of them, a button, a bar
// of tools.
bool is_beside_code(const html::Document& document, html::NodeId element);

// Whether a <pre> holds nothing but the numbers of the lines of another one.
bool is_gutter(const html::Document& document, html::NodeId pre);

// Whether a <pre> has a line of code in each child of one element, without line breaks between them.
// Returns that element, kNoNode where it has not.
html::NodeId holder_of_lines(const html::Document& document, html::NodeId pre);

// Whether an element of the categories `class_code_box` and `verbatim` holds the lines of code, as <pre>
// does.
bool is_code_box(const html::Document& document, html::NodeId element);

}  // namespace clean_article::extract
