// Small marks that sit inside running text and are no part of it: footnote numbers, permalinks of headings,
// edit links. Owns how they are told; knows nothing of blocks.
#pragma once

#include "html/html.hpp"

namespace clean_article::extract {

// Whether an inline element is such a mark, and its text therefore left out.
bool is_mark(const html::Document& document, html::NodeId element);

}  // namespace clean_article::extract
