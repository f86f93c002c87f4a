// Which pages are articles though none is declared. Shared by the rules on lines that only articles have.
#pragma once

#include "extract/finish/rules/rules.hpp"

namespace clean_article::extract::rules {

// Whether a page is an article by what it declares, or by what is kept of it: prose that little else
// interrupts. What lists of pictures credit is no prose.
bool is_story(const FinishContext& page);

}  // namespace clean_article::extract::rules
