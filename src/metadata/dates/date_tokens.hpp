// A text as the numbers, words and signs that dates are made of. Private to dates.cpp.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace clean_article::metadata {

enum class TokenKind : std::uint8_t { kNumber, kWord, kSign };

struct Token {
  TokenKind kind;
  std::uint8_t digits;  // of a number
  bool space_before;
  std::int64_t value;  // of a number; of a sign its character
  std::size_t begin, end;
};

// A word of CJK is one character, so that 年 stands alone between its numbers.
std::vector<Token> tokens_of(std::string_view utf8);

}  // namespace clean_article::metadata
