// Words of pages, files and servers made fit for a terminal. Knows only text.
#pragma once

#include <string>
#include <string_view>

namespace clean_article::cli {

// Control characters, those of Latin 1 too, as \x1b; of what is long beginning and end.
std::string printable(std::string_view words);

}  // namespace clean_article::cli
