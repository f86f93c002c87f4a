// Parts as Markdown (CommonMark with GitHub's tables, strikethrough and task lists). Owns what needs a
// backslash.
#pragma once

#include <string>
#include <vector>

#include "render/parts.hpp"

namespace clean_article::render {

std::string to_markdown(const std::vector<Part>& parts);

// The runs of one leaf on one line or, with hard breaks, several.
std::string markdown_line(const std::vector<Run>& runs, bool in_table);

}  // namespace clean_article::render
