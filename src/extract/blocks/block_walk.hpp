// One pass over the nodes of a page that cuts it into blocks and notes the outline of elements around them.
#pragma once

#include <span>

#include "extract/blocks/blocks.hpp"

namespace clean_article::extract {

// Appends to `out`, which is empty. `known`: by their start tags, elements that were classified before, null
// for others.
void walk_blocks(const html::Document& document, ElementClassifier& classifier,
                 std::span<const Element* const> known, Blocks& out);

}  // namespace clean_article::extract
