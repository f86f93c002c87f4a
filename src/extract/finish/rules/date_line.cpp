// Lines between title and text that say who and when and nothing else, with a word that says so or without:
// "By Maud Penhallow", "Maud Penhallow · 4 May 2024", "04.05.2024". On a page that shows no bylines, two
// names beside a date may be what it is about.
#include <algorithm>
#include <string_view>

#include "extract/finish/rules/rules.hpp"
#include "text/text.hpp"

namespace clean_article::extract::rules {

namespace {

constexpr std::string_view kMarks[] = {" · ", " | ", " – ", " — ", " • ", " / ", " ● ", "\n", "｜", " ∙ "};

bool holds_digit(std::string_view text) {
  for (std::size_t at = 0; at < text.size();)
    if (text::is_digit(text::next_code_point(text, at))) return true;
  return false;
}

// Whether each word of a part begins like a name. Small words within names are few ("van der"); scripts
// without capitals have none to tell.
bool is_like_name(std::string_view part) {
  constexpr std::size_t kMostWords = 5;
  std::size_t words = 0;
  std::size_t small = 0;
  for (std::size_t begin = 0; begin < part.size();) {
    const std::size_t end = std::min(part.find(' ', begin), part.size());
    if (end > begin) {
      const char32_t first = text::first_code_point(part.substr(begin, end - begin));
      if (text::is_letter(first) && text::to_lower(first) == first && first < 0x0590) ++small;
      ++words;
    }
    begin = end + 1;
  }
  return words > 0 && words <= kMostWords && small * 2 <= words;
}

// Whether the text is parts between marks, each a date or a name.
bool is_names_and_dates(std::string_view text) {
  std::size_t parts = 0;
  while (!text.empty()) {
    std::size_t end = text.size();
    std::size_t behind = text.size();
    for (const std::string_view mark : kMarks)
      if (const std::size_t at = text.find(mark); at < end) end = at, behind = at + mark.size();
    const std::string_view part = text.substr(0, end);
    if (!holds_digit(part) && !is_like_name(part)) return false;
    ++parts;
    text.remove_prefix(behind);
  }
  return parts > 1;
}

// "4 May 2024", "04.05.2024": numbers and at most one word, the month. "Bergen 2024", a number and a word, is
// none.
bool is_date(std::string_view text) {
  constexpr int kMostNumbers = 3;
  int numbers = 0;
  int words = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    if (end > begin) ++(holds_digit(text.substr(begin, end - begin)) ? numbers : words);
    begin = end + 1;
  }
  return numbers > 0 && numbers <= kMostNumbers && words <= 1 && numbers + words != 2;
}

}  // namespace

void date_line(const FinishContext& page, Marker& mark) {
  constexpr float kMostWords = 16;
  constexpr float kText = 20;              // words of a paragraph that is text
  constexpr std::size_t kBelowTitle = 12;  // blocks
  const Survey& survey = page.survey();
  const std::size_t title = survey.title_block;
  if (title == kNone) return;
  for (std::size_t i = title + 1; i < std::min(page.size(), title + kBelowTitle); ++i) {
    const Measure& m = survey.measure(i);
    if (page.is_kept(i) && survey.block(i).kind == BlockKind::kParagraph && m.words >= kText) return;
    if (!page.is_kept(i) || survey.block(i).kind != BlockKind::kParagraph || m.words > kMostWords ||
        m.ends_sentence)
      continue;
    const std::string_view text = page.text_of(i);
    if (page.is_byline(i) ||
        (m.has_date && (is_date(text) || (page.shows_bylines() && is_names_and_dates(text)))))
      mark.mark(i);
  }
}

}  // namespace clean_article::extract::rules
