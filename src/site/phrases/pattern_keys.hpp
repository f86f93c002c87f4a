// What a text must contain for a regular expression to match it: how many expressions are passed over
// without being run. Knows the syntax of expressions, nothing of phrases.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace clean_article::site {

// Strings: every text that `pattern` matches as a whole contains at least one of them. The most telling of
// such sets; none when there is no set to be had cheaply. `pattern` is sound RE2 syntax.
std::vector<std::string> required_keys(std::string_view pattern);

// Another such set, of strings that tell something and the longest there are; none when there is no other set
// of at most `most` strings than `but`.
std::vector<std::string> further_keys(std::string_view pattern, const std::vector<std::string>& but,
                                      std::size_t most);

}  // namespace clean_article::site
