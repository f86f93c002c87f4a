// The form in which a block and a phrase are compared: case, white space, numbers and decoration out of
// the way. Knows text only, neither lists nor classes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace clean_article::site {

struct Folded {
  std::string text;
  std::size_t words = 0;  // two ideographs or kana count as one word
};

// Lower case; one space for white space; "0" for any number ("1,234" is one, "12.04" is two); " · " for
// bullets, bars, arrows, emoji and other symbols between words; plain quotes, apostrophes and hyphens; no
// space before , . : ; ! ? and ). What stands outside the first and the last word goes, save the signs
// © and @. Greek loses its accents, because capitals are written without them.
// `keep_end` leaves the punctuation behind the last word: for the beginning of a longer text.
void fold(std::string_view utf8, Folded& out, bool keep_end = false);

}  // namespace clean_article::site
