// Lines about the author at the end of an article: "Maud Penhallow is a baker and writer in Truro."
#include "extract/finish/rules/biography.hpp"

#include <algorithm>
#include <string>

#include "extract/finish/rules/rules.hpp"
#include "site/site.hpp"
#include "text/text.hpp"

namespace clean_article::extract::rules {

namespace {

bool begins_with_capital(std::string_view word) {
  return text::is_upper(text::first_code_point(word));
}

std::string_view next_word(std::string_view text, std::size_t& at) {
  const std::size_t begin = at;
  const std::size_t space = std::min(text.find(' ', begin), text.size());
  at = std::min(space + 1, text.size());
  return text.substr(begin, space - begin);
}

bool is_role(std::string_view word) {
  while (!word.empty() && std::string_view(".,;:!?)\"").find(word.back()) != std::string_view::npos)
    word.remove_suffix(1);
  const std::string lower = text::to_lower(word);
  const auto roles = site::words_in_use().list(site::WordList::kAuthorRoles);
  return std::any_of(roles.begin(), roles.end(),
                     [&](const site::Word& role) { return lower.ends_with(role.text); });
}

}  // namespace

std::size_t named_person(std::string_view text) {
  constexpr int kFewestNames = 2;
  constexpr int kMostNames = 4;
  constexpr int kMostWordsToRole = 14;
  const auto verbs = site::words_in_use().list(site::WordList::kBiographyVerbs);
  std::size_t at = 0;
  std::size_t name_end = 0;
  int names = 0;
  while (true) {
    const std::size_t begin = at;
    const std::string_view word = next_word(text, at);
    if (word.empty()) return 0;
    if (verbs.has(word)) break;
    if (!begins_with_capital(word) || ++names > kMostNames || word.back() == ',' || word.back() == ':')
      return 0;
    name_end = begin + word.size();
  }
  if (names < kFewestNames) return 0;
  for (int words = 0; words < kMostWordsToRole && at < text.size(); ++words) {
    const std::string_view word = next_word(text, at);
    if (is_role(word)) return name_end;
    if (!word.empty() && (word.back() == '.' || word.back() == '?' || word.back() == '!')) return 0;
  }
  return 0;
}

// Somebody whom the text has named before is one of its subjects.
void biography(const FinishContext& page, Marker& mark) {
  constexpr int kReach = 4;          // kept blocks from the end
  constexpr float kMostWords = 150;  // of one of them
  const Survey& survey = page.survey();
  std::vector<std::size_t> found;  // the name may stand in one that goes as well
  int seen = 0;
  for (std::size_t i = page.size(); i-- > 0 && seen < kReach;) {
    if (!page.is_kept(i)) continue;
    ++seen;
    if (survey.block(i).kind != BlockKind::kParagraph || survey.measure(i).words > kMostWords) continue;
    const std::string_view text = page.text_of(i);
    const std::size_t name_end = named_person(text);
    if (name_end == 0) continue;
    const std::size_t surname = text.rfind(' ', name_end - 1) + 1;
    const std::string_view name = text.substr(surname, name_end - surname);
    bool is_subject = false;
    for (std::size_t j = 0; j < i && !is_subject; ++j)
      is_subject = page.is_kept(j) && page.text_of(j).find(name) != std::string_view::npos;
    if (!is_subject) found.push_back(i);
  }
  for (const std::size_t i : found) mark.mark(i);
}

}  // namespace clean_article::extract::rules
