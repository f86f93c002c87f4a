// Which line says where a text is from: "Source: DN". Shared by the rule that keeps it as the last word and
// by those on bylines and other lines of the kind.
#pragma once

#include <cstddef>

#include "extract/finish/context.hpp"

namespace clean_article::extract::rules {

// Whether a block names the source of the kept text right above it. Under a picture it is the picture's.
bool names_source_of_text(const FinishContext& page, std::size_t i);

// Whether it does so as the last of the paragraphs that it stands among.
bool closes_with_source(const FinishContext& page, std::size_t i);

}  // namespace clean_article::extract::rules
