// Names by their capitals: see capitals.hpp.
#include "site/phrases/capitals.hpp"

#include "site/words/words.hpp"
#include "text/text.hpp"

namespace clean_article::site {

bool only_names_behind(std::string_view block_text, std::size_t words) {
  const WordRange small_words = words_in_use().list(WordList::kSmallNameWords);
  std::size_t seen = 0;
  bool any_name = false;
  std::size_t pos = 0;
  while (pos < block_text.size()) {
    std::size_t begin = pos;
    char32_t first = text::next_code_point(block_text, pos);
    if (!text::is_word(first)) continue;
    std::size_t end = pos;
    while (pos < block_text.size()) {
      end = pos;
      if (!text::is_word(text::next_code_point(block_text, pos))) break;
      end = pos;
    }
    if (seen++ < words || text::is_digit(first)) continue;
    const bool capital = text::to_lower(first) != first;
    const bool has_no_case = !capital && !text::is_upper(first) && text::is_letter(first) &&
                             (text::is_cjk(first) || (first >= 0x590 && first < 0x1000));
    if (capital || has_no_case) {
      any_name = true;
    } else if (!small_words.has(block_text.substr(begin, end - begin))) {
      return false;
    }
  }
  return any_name;
}

}  // namespace clean_article::site
