#include "metadata/dates/date_words.hpp"

#include <algorithm>
#include <string>

#include "site/site.hpp"
#include "text/text.hpp"

namespace clean_article::metadata {

namespace {

bool says(std::string_view text, std::string_view section) {
  const std::string lower = text::to_lower(text);
  const auto begins_word = [&](std::size_t at) {
    return at == 0 || lower[at - 1] < 'a' || lower[at - 1] > 'z';
  };
  const auto words = site::words_in_use().list(site::WordList::kDateWords);
  return std::any_of(words.begin(), words.end(), [&](const site::Word& word) {
    if (word.section != section) return false;
    for (std::size_t at = lower.find(word.text); at != std::string::npos; at = lower.find(word.text, at + 1))
      if (begins_word(at)) return true;  // not the "date" of "update"
    return false;
  });
}

}  // namespace

bool says_change(std::string_view before) {
  return says(before, "change") && !says(before, "publication");
}

bool says_first(std::string_view before) {
  return says(before, "first");
}

bool says_membership(std::string_view before) {
  return says(before, "membership");
}

}  // namespace clean_article::metadata
