// Parts as Markdown (CommonMark with GitHub's tables, strikethrough, task lists and footnotes). Owns what
// needs a backslash.
#pragma once

#include <string>
#include <vector>

#include "render/parts.hpp"

namespace clean_article::render {

// With `notes` footnotes are Markdown's own, else text and lists as others: they are numbered in a whole
// document.
std::string to_markdown(const std::vector<Part>& parts, bool notes);

// The signs that fence code in: `least` at least, and more than stand in a row in the code.
std::string backticks_around(std::string_view code, std::size_t least);

// The runs of one leaf on one line or, with hard breaks, several.
std::string markdown_line(const std::vector<Run>& runs, bool in_table, bool notes);

}  // namespace clean_article::render
