// One pass over the nodes of a page that cuts it into blocks and notes the outline of elements around them.
#pragma once

#include "extract/blocks/blocks.hpp"

namespace clean_article::extract {

// Appends to `out`, which is empty. `concealments` has begun with the document.
void walk_blocks(const html::Document& document, ElementClassifier& classifier, Concealments& concealments,
                 const KnownElements& known, Blocks& out);

}  // namespace clean_article::extract
