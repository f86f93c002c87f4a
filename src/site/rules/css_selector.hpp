// CSS selectors for rules: translated to XPath, so that there is one engine. Owns the subset that is
// understood; knows no page.
#pragma once

#include <string>
#include <string_view>

#include "base/base.hpp"

namespace clean_article::site {

// "article.post > p:first-child, #intro" as XPath. Understood: names, *, .class, #id, [attr] and its
// operators = ~= |= ^= $= *=, the combinators space > + ~, lists with commas, :first-child, :last-child,
// :nth-child(N), :not(SIMPLE) and :has(> SIMPLE …) with a relative selector. kUsage when it is anything else,
// saying at which character.
Result<std::string> css_to_xpath(std::string_view selector);

}  // namespace clean_article::site
