// Tooltips and hover cards beside the words that they explain. Owns how they are told from these words.
#pragma once

#include "extract/blocks/categories.hpp"
#include "html/html.hpp"

namespace clean_article::extract {

// Whether an element that is called a pop-up is the card, not the words that it explains: these hold the card
// or carry its text in an attribute.
bool is_pop_up(const html::Document& document, html::NodeId element, const ElementNames& names);

}  // namespace clean_article::extract
