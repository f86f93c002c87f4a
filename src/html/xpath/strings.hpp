// The string and number functions of XPath 1.0 by their letter, in Unicode characters. Knows no nodes.
#pragma once

#include <string>
#include <string_view>

namespace clean_article::html::xpath {

double to_number(std::string_view string);  // NaN when it is none
std::string to_string(double number);
double round_half_up(double number);

// Characters from `first` (counted from 1) on, as many as `length`; both rounded as XPath says.
std::string_view substring(std::string_view string, double first, double length);
std::string normalize_space(std::string_view string);
std::string translate(std::string_view string, std::string_view from, std::string_view to);

// Whether white-space separated `words` hold `word`. Where `only_spaces`, nothing but ' ' separates.
bool has_token(std::string_view words, std::string_view word, bool only_spaces);

}  // namespace clean_article::html::xpath
