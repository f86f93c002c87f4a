// A page on which given XPath expressions find something, written from the expressions themselves. Owns what
// kinds of expressions it can serve; says so of the others.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace clean_article::test {

// Elements around `text`, as the expression wants them; nothing where it wants what this cannot make.
std::optional<std::string> markup_for(std::string_view expression, std::string_view text);

}  // namespace clean_article::test
