// The door of the render floor: kept blocks to the bytes a user reads.
#pragma once

#include <string>

#include "extract/extract.hpp"

namespace clean_article::render {

// Plain text: a blank line between blocks; list items as "- item" ("2. item" in ordered lists) and table rows
// as "a | b" on consecutive lines; one final newline. Empty when nothing was kept.
std::string to_text(const extract::Extraction& extraction);

}  // namespace clean_article::render
