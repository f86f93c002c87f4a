// Lists of other stories beside an article: one line after the other that is a link, each with a sentence or
// two under it at most. An agency's short item is less than these, however sure the scorer is of both.
#include <algorithm>
#include <cstdint>

#include "extract/finish/page_heading.hpp"
#include "extract/finish/threads.hpp"

namespace clean_article::extract::rules {

namespace {

constexpr std::size_t kFewestLines = 4;

// The name of another story.
bool is_linked_line(const Survey& survey, std::size_t i) {
  constexpr float kLink = 0.7f;  // a time or a section may stand beside it
  constexpr float kFewestWords = 2;
  const Measure& m = survey.measure(i);
  return m.link_density >= kLink && m.words >= kFewestWords;
}

// Whether the blocks of an element are linked lines with little text between them.
bool is_list_of_stories(const Survey& survey, const Element& element) {
  constexpr float kMostBefore = 20;       // words: what the list is called
  constexpr float kMostBetween = 60;      // words of a teaser
  constexpr std::size_t kMostBlocks = 4;  // of a teaser, with section and date
  // Characters on the mean: names and goods are shorter. What stands in an <article> may be as short.
  constexpr float kHeadline = 25;
  std::size_t lines = 0;
  float chars = 0;         // of the lines
  float words = 0;         // since the last line
  std::size_t blocks = 0;  // since the last line
  for (std::size_t i = element.first_block; i < element.end_block; ++i) {
    const Measure& m = survey.measure(i);
    if (is_linked_line(survey, i)) {
      ++lines;
      const bool declared =
          survey.page->nearest_of(i)[static_cast<std::size_t>(Category::k_article)] > element.depth;
      chars += declared ? std::max(m.chars, kHeadline) : m.chars;
      words = 0;
      blocks = 0;
      continue;
    }
    words += m.words;
    if (words > (lines == 0 ? kMostBefore : kMostBetween) || ++blocks > kMostBlocks) return false;
  }
  return lines >= kFewestLines && chars >= kHeadline * static_cast<float>(lines);
}

float best_score(const FinishContext& page, const Element& element) {
  float best = 0;
  for (std::size_t i = element.first_block; i < element.end_block; ++i) best = std::max(best, page.score(i));
  return best;
}

}  // namespace

void teasers(const FinishContext& page, Marker& mark) {
  constexpr float kDoubtful = 0.6f;  // inside of the article lists of links may be meant
  const Survey& survey = page.survey();
  const ArticleText article = text_under_heading(page);
  if (article.body == kNone || is_thread(page, page.size())) return;
  const std::size_t heading = heading_of_page(survey);
  const std::vector<Element>& elements = survey.page->elements;
  for (std::uint32_t e = 1; e < elements.size();) {
    const Element& element = elements[e];
    if (element.end_block < element.first_block + kFewestLines) {
      e = element.end;
      continue;
    }
    const auto holds = [&](std::size_t i) { return i >= element.first_block && i < element.end_block; };
    const bool inside = e > article.body && e < elements[article.body].end;
    if (holds(heading) || holds(article.first) || !is_list_of_stories(survey, element) ||
        (inside && best_score(page, element) >= kDoubtful)) {
      ++e;
      continue;
    }
    mark.mark(element.first_block, element.end_block);
    e = element.end;
  }
}

}  // namespace clean_article::extract::rules
