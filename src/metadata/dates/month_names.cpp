// The names of the months in the languages of the web, from rules/words/months.txt. Abbreviations need no
// words: three letters and more that begin a name stand for it.
#include <algorithm>
#include <string>
#include <vector>

#include "metadata/dates/dates.hpp"
#include "site/site.hpp"
#include "text/text.hpp"

namespace clean_article::metadata {

namespace {

struct Name {
  std::string word;
  int month;
  std::size_t language;  // an index into MonthNames::languages
};

struct MonthNames {
  explicit MonthNames(const site::Words& words) {
    int month = 0;
    for (const site::Word& word : words.list(site::WordList::kMonths)) {
      if (languages.empty() || languages.back() != word.section) {
        languages.push_back(word.section);
        month = 0;
      }
      if (++month > 12) continue;
      for (std::string_view rest = word.text; !rest.empty();) {
        const std::size_t slash = std::min(rest.find('/'), rest.size());
        names.push_back({std::string(rest.substr(0, slash)), month, languages.size() - 1});
        rest.remove_prefix(std::min(slash + 1, rest.size()));
      }
    }
    std::sort(names.begin(), names.end(), [](const Name& a, const Name& b) {
      return a.word != b.word ? a.word < b.word : a.language < b.language;
    });
  }

  std::vector<std::string_view> languages;
  std::vector<Name> names;  // by word
};

}  // namespace

int month_of(std::string_view word, std::string_view language) {
  const auto& [languages, names] = site::words_in_use().made<MonthNames>();
  constexpr std::size_t kShortestAbbreviation = 3;  // letters
  const std::string lower = text::to_lower(word);
  const bool may_abbreviate = text::count_code_points(lower) >= kShortestAbbreviation;
  const Name* best = nullptr;
  const auto is_own = [&, &codes = languages](const Name& name) {
    return language.starts_with(codes[name.language]);
  };
  for (auto at = std::lower_bound(names.begin(), names.end(), lower,
                                  [](const Name&name, const std::string&w) { return name.word < w; });
       at != names.end() && at->word.starts_with(lower); ++at) {
    if (!may_abbreviate && at->word != lower) break;
    const bool better = best == nullptr || (is_own(*at) && !is_own(*best)) ||
                        (is_own(*at) == is_own(*best) && at->language < best->language);
    if (better) best = &*at;
  }
  return best == nullptr ? 0 : best->month;
}

}  // namespace clean_article::metadata
