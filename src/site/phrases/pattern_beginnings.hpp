// What a text must begin with for a regular expression to match it: the cheapest reason to pass over an
// expression. Knows the syntax of expressions, nothing of phrases.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace clean_article::site {

// Strings of at most `longest` bytes, of which every text that `pattern` matches as a whole begins with one;
// empty when it may begin with anything. Sorted. Where there are more than `most`, shorter ones do. `pattern`
// is sound RE2 syntax.
std::vector<std::string> possible_beginnings(std::string_view pattern, std::size_t longest, std::size_t most);

}  // namespace clean_article::site
