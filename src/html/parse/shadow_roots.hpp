// Declarative shadow DOM: the tree that a component shows stands in a <template> of its host, and what the
// host holds besides goes into that tree's slots. Owns that reading of a tree. Private to this floor.
#pragma once

#include "html/tree/document.hpp"

namespace clean_article::html {

// Makes `placed` the page with all such trees in their hosts' places and the slots filled. False, and
// `placed` is as it was, where the page has none.
bool place_shadow_roots(const Document& page, DocumentPart& placed);

}  // namespace clean_article::html
