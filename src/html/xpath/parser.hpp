// From the words of an XPath expression to its tree. Owns the grammar and the bounds on an expression; knows
// no page.
#pragma once

#include <string_view>

#include "base/base.hpp"
#include "html/xpath/syntax.hpp"

namespace clean_article::html::xpath {

// kUsage when `expression` is no XPath 1.0, saying what is wrong and at which character.
Result<Syntax> parse(std::string_view expression);

// Spells the commonest tests as what they ask for, where that can be done without changing the answer.
void simplify(Syntax& syntax);

}  // namespace clean_article::html::xpath
