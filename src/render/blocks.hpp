// The kept blocks for programs. Owns the names of kinds and the ways to elements.
#pragma once

#include <vector>

#include "render/render.hpp"

namespace clean_article::render {

std::vector<ShownBlock> shown_blocks(const Source& source);

}  // namespace clean_article::render
