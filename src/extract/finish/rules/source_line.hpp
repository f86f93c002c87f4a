// Which line says where a text is from, as its last word: "Source: DN". Shared by the rule that keeps it and
// the one on bylines.
#pragma once

#include <cstddef>

#include "extract/finish/context.hpp"

namespace clean_article::extract::rules {

// Whether a block names the source and is the last of the paragraphs that it stands among.
bool closes_with_source(const FinishContext& page, std::size_t i);

}  // namespace clean_article::extract::rules
