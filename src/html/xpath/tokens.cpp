// The tokens of XPath 1.0, section 3.7: see xpath_tokens.hpp.
#include "html/xpath/tokens.hpp"

#include <array>

#include "text/text.hpp"

namespace clean_article::html::xpath {
namespace {

constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
constexpr bool is_name_start(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}
constexpr bool is_name_char(char c) {
  return is_name_start(c) || is_digit(c) || c == '-' || c == '.';
}

// Longest first.
constexpr std::array<std::string_view, 18> kSigns = {"::", "..", "//", "!=", "<=", ">=", "(", ")", "[",
                                                     "]",  ".",  "@",  ",",  "/",  "|",  "+", "-", "="};

bool is_mark(std::string_view sign) {
  return sign == "(" || sign == ")" || sign == "[" || sign == "]" || sign == "." || sign == ".." ||
         sign == "@" || sign == "," || sign == "::";
}

// Whether a '*' or a name that follows is an operator: it is where an operand has just ended.
bool ends_operand(const std::vector<Token>& tokens) {
  if (tokens.empty()) return false;
  const Token& last = tokens.back();
  if (last.kind == TokenKind::kOperator) return false;
  return last.kind != TokenKind::kMark || last.text == ")" || last.text == "]" || last.text == "." ||
         last.text == "..";
}

bool is_operator_name(std::string_view name) {
  return name == "and" || name == "or" || name == "mod" || name == "div";
}

// Where a name ends. A colon belongs to it unless it begins "::": "og:title" is a name in HTML.
std::size_t end_of_name(std::string_view text, std::size_t pos) {
  while (pos < text.size()) {
    const bool joins = text[pos] == ':' && pos + 1 < text.size() && is_name_start(text[pos + 1]);
    if (!is_name_char(text[pos]) && !joins) break;
    ++pos;
  }
  return pos;
}

}  // namespace

Error syntax_error(const std::string& what, std::size_t place) {
  return {ErrorKind::kUsage, what + " at character " + std::to_string(place + 1)};
}

Result<std::vector<Token>> read_tokens(std::string_view expression) {
  std::vector<Token> tokens;
  std::size_t pos = 0;
  const auto add = [&](TokenKind kind, std::size_t length) {
    tokens.push_back({kind, expression.substr(pos, length), pos});
    pos += length;
  };
  while (pos < expression.size()) {
    const char c = expression[pos];
    const std::string_view rest = expression.substr(pos);
    if (text::is_html_space(c)) {
      ++pos;
    } else if (c == '\'' || c == '"') {
      const std::size_t close = expression.find(c, pos + 1);
      if (close == std::string_view::npos) return syntax_error("a quote is not closed", pos);
      tokens.push_back({TokenKind::kLiteral, expression.substr(pos + 1, close - pos - 1), pos});
      pos = close + 1;
    } else if (is_digit(c) || (c == '.' && rest.size() > 1 && is_digit(rest[1]))) {
      std::size_t end = 0;
      while (end < rest.size() && is_digit(rest[end])) ++end;
      if (end < rest.size() && rest[end] == '.') {
        ++end;
        while (end < rest.size() && is_digit(rest[end])) ++end;
      }
      add(TokenKind::kNumber, end);
    } else if (is_name_start(c)) {
      const std::size_t end = end_of_name(expression, pos);
      const bool is_operator = ends_operand(tokens) && is_operator_name(expression.substr(pos, end - pos));
      add(is_operator ? TokenKind::kOperator : TokenKind::kName, end - pos);
    } else if (c == '*') {
      add(ends_operand(tokens) ? TokenKind::kOperator : TokenKind::kWildcard, 1);
    } else if (c == '<' || c == '>') {
      add(TokenKind::kOperator, rest.size() > 1 && rest[1] == '=' ? 2 : 1);
    } else {
      std::size_t length = 0;
      for (const std::string_view sign : kSigns) {
        if (length == 0 && rest.starts_with(sign)) length = sign.size();
      }
      if (length == 0) return syntax_error("'" + std::string(1, c) + "' has no meaning in XPath", pos);
      add(is_mark(rest.substr(0, length)) ? TokenKind::kMark : TokenKind::kOperator, length);
    }
  }
  tokens.push_back({TokenKind::kEnd, {}, expression.size()});
  return tokens;
}

}  // namespace clean_article::html::xpath
