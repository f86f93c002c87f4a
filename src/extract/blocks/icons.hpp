// Elements that draw an icon with text: arrows, private glyphs, names that a font of icons draws. Knows
// nothing of how an element is hidden.
#pragma once

#include "html/html.hpp"

namespace clean_article::extract {

// `named`: it is called an icon; `aria_hidden`: screen readers pass over it. An element that is neither is
// none.
bool is_icon(const html::Document& document, html::NodeId element, bool named, bool aria_hidden);

}  // namespace clean_article::extract
