// The syntax of word lists: see word_list.hpp and rules/words/README.md.
#include "site/words/word_list.hpp"

#include <array>

namespace clean_article::site {
namespace {

constexpr std::array<std::string_view, kWordLists> kNames = {
    "signal-words",       "class-names",
    "author-roles",       "biography-verbs",
    "byline-not-names",   "byline-leads",
    "byline-lines",       "byline-joints",
    "byline-ends",        "nobody",
    "date-words",         "months",
    "relative-dates",     "relative-leads",
    "relative-tails",     "error-titles",
    "permalinks",         "next-page",
    "page-addresses",     "small-name-words",
    "author-classes",     "organisation-words",
    "organisation-ends",  "credit-marks",
    "standfirst-classes", "calendar-months",
    "link-notes",         "walls",
    "forum-software",     "author-paths",
    "author-labels",      "byline-middles",
    "date-joints",        "disclaimer-labels",
    "picture-credits",    "script-state",
    "unseen-classes",     "comment-names",
};

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r";
  const std::size_t begin = text.find_first_not_of(kSpace);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpace) - begin + 1);
}

}  // namespace

std::string_view word_list_name(WordList list) {
  return kNames[static_cast<std::size_t>(list)];
}

Result<std::vector<WordEntry>> read_word_list(std::string_view content, const std::string& file) {
  if (content.starts_with("\xEF\xBB\xBF")) content.remove_prefix(3);
  std::vector<WordEntry> entries;
  std::string section;
  std::size_t sections = 0;
  for (std::size_t number = 1; !content.empty(); ++number) {
    const std::size_t end = std::min(content.find('\n'), content.size());
    std::string_view line = trimmed(content.substr(0, end));
    content.remove_prefix(std::min(end + 1, content.size()));
    const auto fault = [&](const char* what) {
      return Error{ErrorKind::kUsage, file + ":" + std::to_string(number) + ": " + what};
    };
    if (line.empty() || line.front() == '#') continue;
    if (line.front() == '[') {
      if (line.back() != ']' || line.size() < 3) return fault("a section is [name]");
      section = line.substr(1, line.size() - 2);
      ++sections;
      continue;
    }
    if (line.front() == '"') {
      if (line.size() < 3 || line.back() != '"')
        return fault("a quote without its partner, or nothing in it");
      line = line.substr(1, line.size() - 2);
    }
    entries.push_back({section, sections, std::string(line)});
  }
  return entries;
}

}  // namespace clean_article::site
