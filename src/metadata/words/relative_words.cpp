#include "metadata/words/relative_words.hpp"

namespace clean_article::metadata {
namespace {

struct Key {
  std::string_view name;
  std::string_view RelativeWords::*words;
};
constexpr Key kKeys[] = {
    {"today", &RelativeWords::today},
    {"yesterday", &RelativeWords::yesterday},
    {"day-before", &RelativeWords::day_before},
    {"before", &RelativeWords::before},
    {"behind", &RelativeWords::behind},
    {"one", &RelativeWords::one},
    {"minutes", &RelativeWords::minutes},
    {"hours", &RelativeWords::hours},
    {"days", &RelativeWords::days},
};

}  // namespace

// Two sections of one language may follow one another: a row begins with each heading, and headings lie at
// places of their own.
RelativeRows::RelativeRows(const site::Words& words) {
  const char* section = nullptr;
  for (const site::Word& word : words.list(site::WordList::kRelativeDates)) {
    if (word.section.data() != section) all.emplace_back().languages = word.section;
    section = word.section.data();
    const std::size_t equals = word.text.find(" = ");
    if (equals == std::string_view::npos) continue;
    for (const Key& key : kKeys)
      if (word.text.substr(0, equals) == key.name) all.back().*key.words = word.text.substr(equals + 3);
  }
}

}  // namespace clean_article::metadata
