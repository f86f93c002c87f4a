#include "metadata/dates/date_tokens.hpp"

#include "text/text.hpp"

namespace clean_article::metadata {

namespace {

// The digits of other scripts that dates are written in.
int digit_of(char32_t c) {
  for (const char32_t zero : {U'0', U'٠', U'۰', U'०', U'๐', U'０'})
    if (c >= zero && c <= zero + 9) return static_cast<int>(c - zero);
  return -1;
}

}  // namespace

std::vector<Token> tokens_of(std::string_view utf8) {
  constexpr std::uint8_t kMostDigits = 15;
  std::vector<Token> tokens;
  bool space = true;
  for (std::size_t at = 0; at < utf8.size();) {
    const std::size_t begin = at;
    const char32_t c = text::next_code_point(utf8, at);
    if (text::is_space(c)) {
      space = true;
      continue;
    }
    Token token{TokenKind::kSign, 0, space, static_cast<std::int64_t>(c), begin, at};
    if (int digit = digit_of(c); digit >= 0) {
      token.kind = TokenKind::kNumber;
      token.value = 0;
      while (digit >= 0) {
        if (token.digits < kMostDigits) token.value = token.value * 10 + digit, ++token.digits;
        token.end = at;
        if (at >= utf8.size()) break;
        std::size_t next = at;
        digit = digit_of(text::next_code_point(utf8, next));
        if (digit >= 0) at = next;
      }
    } else if (text::is_letter(c)) {
      token.kind = TokenKind::kWord;
      while (!text::is_cjk(c) && at < utf8.size()) {
        std::size_t next = at;
        const char32_t letter = text::next_code_point(utf8, next);
        const bool combining = letter >= 0x300 && letter < 0x370;
        const bool devanagari_sign = letter >= 0x900 && letter < 0x980;
        const bool thai_sign = letter >= 0xE30 && letter < 0xE4F;
        const bool joiner = letter == 0x200C;  // within a Persian word
        const bool inside = combining || devanagari_sign || thai_sign || joiner;
        if ((!text::is_letter(letter) && !inside) || text::is_cjk(letter)) break;
        at = next;
      }
      token.end = at;
    }
    tokens.push_back(token);
    space = false;
  }
  return tokens;
}

}  // namespace clean_article::metadata
