// A whole article that stands behind the page's own: an <article>, or an element that looks like the one
// around the page's own where the page declares an article, headed like that by a heading of the same level,
// with prose of its own. Pages that load the next story when a reader comes to the end are saved so. What
// stands around both may be an <article>, too, or the page's own in none: then the next is an <article>
// behind the text with an <h1> like the page's.
#include <cstdint>

#include "extract/finish/page_heading.hpp"

namespace clean_article::extract::rules {

namespace {

constexpr double kFewestParagraphs = 2;

// The outermost <article> around a block, or kNone.
std::uint32_t article_around(const Survey& survey, std::size_t block) {
  std::uint32_t found = kNone;
  for (std::uint32_t e = survey.block(block).element; e != 0; e = survey.parent(e))
    if (survey.element(e).tag == html::Tag::k_article) found = e;
  return found;
}

// The innermost element around a block that holds prose and has elements like it beside it, or kNone.
std::uint32_t story_around(const Survey& survey, std::size_t block) {
  for (std::uint32_t e = survey.block(block).element; e != 0; e = survey.parent(e))
    if (survey.repeats[e] > 1 && survey.inside(e).paragraphs >= kFewestParagraphs) return e;
  return kNone;
}

// The level of its first heading, 0 where it has none.
std::uint8_t level_of(const Survey& survey, const Element& element) {
  for (std::size_t i = element.first_block; i < element.end_block; ++i)
    if (survey.is_heading(i)) return survey.block(i).level;
  return 0;
}

void mark_by_heading(const FinishContext& page, std::size_t title, Marker& mark) {
  const Survey& survey = page.survey();
  if (survey.block(title).level != 1) return;
  const std::vector<Element>& elements = survey.page->elements;
  double before = 0;  // paragraphs between the title and an <article>
  std::size_t counted = title + 1;
  for (std::uint32_t e = survey.block(title).element + 1; e < elements.size();) {
    const Element& element = elements[e];
    if (element.tag != html::Tag::k_article || element.first_block <= title ||
        level_of(survey, element) != 1 || survey.inside(e).paragraphs < kFewestParagraphs) {
      ++e;
      continue;
    }
    for (; counted < element.first_block; ++counted) before += survey.measure(counted).paragraph ? 1 : 0;
    if (before >= kFewestParagraphs) mark.mark(element.first_block, element.end_block);
    e = element.end;
  }
}

}  // namespace

void next_article(const FinishContext& page, Marker& mark) {
  const Survey& survey = page.survey();
  const std::size_t title = heading_of_page(survey);
  if (title == survey.size() || !survey.is_heading(title)) return;
  if (page.facts().declares_article()) mark_by_heading(page, title, mark);
  std::uint32_t own = article_around(survey, title);
  if (own == kNone && page.facts().declares_article()) own = story_around(survey, title);
  if (own == kNone || survey.inside(own).paragraphs < kFewestParagraphs) return;
  const std::vector<Element>& elements = survey.page->elements;
  const Element& first = elements[own];
  const bool by_tag = first.tag == html::Tag::k_article;
  for (std::uint32_t e = first.end; e < elements.size();) {
    const Element& element = elements[e];
    const bool alike = by_tag ? element.tag == html::Tag::k_article
                              : element.parent == first.parent && element.signature == first.signature;
    if (!alike) {
      ++e;
      continue;
    }
    if (level_of(survey, element) == survey.block(title).level &&
        survey.inside(e).paragraphs >= kFewestParagraphs)
      mark.mark(element.first_block, element.end_block);
    e = element.end;
  }
}

}  // namespace clean_article::extract::rules
