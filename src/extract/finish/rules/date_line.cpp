// Lines between title and text that say who and when and nothing else, with a word that says so or without:
// "By Maud Penhallow", "Maud Penhallow · 4 May 2024", "04.05.2024". On a page that shows no bylines, two
// names beside a date may be what it is about; a single name of two words or three beside it is the author's.
#include <algorithm>
#include <string_view>
#include <utility>

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

// Whether the text is a date and one name, in either order.
bool is_name_and_date(std::string_view text) {
  constexpr std::size_t kFewestWords = 2;
  constexpr std::size_t kMostWords = 3;
  const auto is_between = [&](std::size_t at, std::size_t behind) {
    std::string_view name = text.substr(0, at);
    std::string_view date = text.substr(behind);
    if (holds_digit(name)) std::swap(name, date);
    for (const std::string_view mark : kMarks)
      if (date.find(mark) != std::string_view::npos) return false;
    const std::size_t words = 1 + static_cast<std::size_t>(std::count(name.begin(), name.end(), ' '));
    return is_date(date) && !holds_digit(name) && words >= kFewestWords && words <= kMostWords &&
           is_like_name(name);
  };
  for (const std::string_view mark : kMarks)
    if (const std::size_t at = text.find(mark); at != std::string_view::npos)
      return is_between(at, at + mark.size());
  for (const std::string_view mark : {", ", " - "})
    if (const std::size_t at = text.find(mark);
        at != std::string_view::npos && is_between(at, at + mark.size()))
      return true;
  return false;
}

// Whether the text is date and time of day with a few words beside them: the day of the week, the zone, a
// name. In threads each post has such a line. "Tuesday, 5 March 2024 08:15 WIB"
bool is_date_and_time(std::string_view text) {
  constexpr int kMostWords = 4;
  constexpr int kFewestNumbers = 2;
  constexpr int kMostNumbers = 5;
  int numbers = 0;
  int words = 0;
  int times = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    const std::string_view part = text.substr(begin, end - begin);
    if (!part.empty()) ++(holds_digit(part) ? numbers : words);
    const std::size_t colon = part.find(':');
    if (colon != std::string_view::npos && holds_digit(part.substr(0, colon)) &&
        holds_digit(part.substr(colon + 1)))
      ++times;
    begin = end + 1;
  }
  return times == 1 && numbers >= kFewestNumbers && numbers <= kMostNumbers && words <= kMostWords;
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
    if (page.is_byline(i) || (m.has_date && (is_date(text) || is_name_and_date(text) ||
                                             (is_date_and_time(text) && !page.facts().is_thread()) ||
                                             (page.shows_bylines() && is_names_and_dates(text)))))
      mark.mark(i);
  }
}

}  // namespace clean_article::extract::rules
