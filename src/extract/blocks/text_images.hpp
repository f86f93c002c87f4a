// Pictures that are text: smileys and other signs that a page draws. Owns how they are told from pictures;
// formulas are formulas.hpp's.
#pragma once

#include <string>

#include "html/html.hpp"

namespace clean_article::extract {

// Whether an <img> may be text or a formula, by its attributes as they are written: most are neither.
bool may_be_text(const html::Document& document, html::NodeId image);

// The text that an <img> stands for, "" for a picture.
std::string text_of_image(const html::Document& document, html::NodeId image);

}  // namespace clean_article::extract
