// The words of an XPath expression. Owns the rule that tells operators from names; knows no grammar.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/base.hpp"

namespace clean_article::html::xpath {

enum class TokenKind {
  kName,     // of an element, attribute, function, axis or node type
  kLiteral,  // without its quotes
  kNumber,
  kOperator,  // and or mod div * / // | + - = != < <= > >=
  kMark,      // ( ) [ ] . .. @ , ::
  kWildcard,  // * for any name
  kEnd,
};

struct Token {
  TokenKind kind;
  std::string_view text;  // part of the expression
  std::size_t place;      // byte offset in it
};

// All tokens, the last one being kEnd. Views into `expression`.
Result<std::vector<Token>> read_tokens(std::string_view expression);

// "… at character 12"
Error syntax_error(const std::string& what, std::size_t place);

}  // namespace clean_article::html::xpath
