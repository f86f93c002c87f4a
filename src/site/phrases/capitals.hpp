// Telling names from prose by their capitals: "by Jane van Doe, Senior Editor", not "by train to Rome".
#pragma once

#include <cstddef>
#include <string_view>

namespace clean_article::site {

// Whether all words of `block_text` behind its first `words` (counted as fold() counts) are capitalised,
// numbers, or small words that names and dates are joined with, at least one being capitalised. Scripts
// without capitals pass.
bool only_names_behind(std::string_view block_text, std::size_t words);

}  // namespace clean_article::site
