// The kept blocks as a stream of parts, in the order in which every format writes them. Owns how the outline
// of the page becomes that; knows no format.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "render/part.hpp"
#include "render/render.hpp"

namespace clean_article::render {

std::vector<Part> parts_of(const Source& source, const Style& style);

// The characters of a leaf, breaks as spaces.
std::string plain_text(const Part& part);

}  // namespace clean_article::render
