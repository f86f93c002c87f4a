// Lists of other stories beside an article: one line after the other that is a link, each with a sentence or
// two under it at most. An agency's short item is less than these, however sure the scorer is of both, or
// unsure of the item: then only longer lists go.
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

enum class List { kNone, kOfStories, kOfArticles };  // the last: each story stands in an <article>

// What the blocks of an element are: linked lines, so many at least, with little text between them.
List list_of(const Survey& survey, const Element& element, std::size_t fewest_lines) {
  constexpr float kMostBefore = 20;       // words: what the list is called
  constexpr float kMostBetween = 60;      // words of a teaser
  constexpr std::size_t kMostBlocks = 4;  // of a teaser, with section and date
  // Characters on the mean: names and goods are shorter. What stands in an <article> may be as short.
  constexpr float kHeadline = 25;
  std::size_t lines = 0;
  std::size_t articles = 0;
  float chars = 0;         // of the lines
  float words = 0;         // since the last line
  std::size_t blocks = 0;  // since the last line
  for (std::size_t i = element.first_block; i < element.end_block; ++i) {
    const Measure& m = survey.measure(i);
    if (is_linked_line(survey, i)) {
      ++lines;
      const bool declared =
          survey.page->nearest_of(i)[static_cast<std::size_t>(Category::k_article)] > element.depth;
      articles += declared ? 1 : 0;
      chars += declared ? std::max(m.chars, kHeadline) : m.chars;
      words = 0;
      blocks = 0;
      continue;
    }
    words += m.words;
    if (words > (lines == 0 ? kMostBefore : kMostBetween) || ++blocks > kMostBlocks) return List::kNone;
  }
  if (lines < fewest_lines || chars < kHeadline * static_cast<float>(lines)) return List::kNone;
  return articles == lines ? List::kOfArticles : List::kOfStories;
}

// An element, with those right behind it in the same parent that look like it: cards need no element of their
// own around them. `behind` is where it ends.
struct Row {
  Element whole;
  std::size_t cards = 0;
  std::uint32_t behind = 0;
};

Row row_at(const std::vector<Element>& elements, std::uint32_t begin) {
  Row row{elements[begin], 1, elements[begin].end};
  while (row.behind < elements.size() && elements[row.behind].parent == row.whole.parent &&
         elements[row.behind].signature == row.whole.signature) {
    row.whole.end_block = elements[row.behind].end_block;
    row.behind = elements[row.behind].end;
    ++row.cards;
  }
  return row;
}

float best_score(const FinishContext& page, const Element& element) {
  float best = 0;
  for (std::size_t i = element.first_block; i < element.end_block; ++i) best = std::max(best, page.score(i));
  return best;
}

}  // namespace

void teasers(const FinishContext& page, Marker& mark) {
  constexpr float kDoubtful = 0.6f;  // inside of the article lists of links may be meant
  constexpr std::size_t kFewestLinesBesideItem = 8;
  const Survey& survey = page.survey();
  ArticleText article = text_under_heading(page);
  const bool is_sure = article.body != kNone;
  if (!is_sure) article = short_item_under_heading(page);
  if (article.body == kNone || is_thread(page, page.size())) return;
  const std::size_t fewest_lines = is_sure ? kFewestLines : kFewestLinesBesideItem;
  const std::size_t heading = heading_of_page(survey);
  const std::vector<Element>& elements = survey.page->elements;
  const Element& text = elements[survey.parent(survey.block(article.first).element)];
  // Marks what is a list and other than the article's own.
  const auto take = [&](const Element& element, std::uint32_t e, float doubtful) {
    const auto holds = [&](std::size_t i) { return i >= element.first_block && i < element.end_block; };
    if (holds(heading) || holds(article.first)) return false;
    const List list = list_of(survey, element, fewest_lines);
    const bool inside = e > article.body && e < elements[article.body].end;
    // Articles within an article, behind its text, are others, whatever the scorer says.
    const bool are_others =
        list == List::kOfArticles && page.facts().declares_article() && element.first_block >= text.end_block;
    if (list == List::kNone || (inside && !are_others && best_score(page, element) >= doubtful)) return false;
    mark.mark(element.first_block, element.end_block);
    return true;
  };
  std::uint32_t rows_from = 0;  // the cards of a row are looked at as one, once
  for (std::uint32_t e = 1; e < elements.size();) {
    const Element& element = elements[e];
    if (e >= rows_from && survey.repeats[e] >= fewest_lines) {
      const Row row = row_at(elements, e);
      rows_from = row.behind;
      if (row.cards >= fewest_lines && take(row.whole, e, 0)) {
        e = row.behind;
        continue;
      }
    }
    if (element.end_block < element.first_block + fewest_lines || take(element, e, kDoubtful))
      e = element.end;
    else
      ++e;
  }
}

}  // namespace clean_article::extract::rules
