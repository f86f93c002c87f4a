// Where a page's own article begins: the block that names the page, and the first text under it. Shared by
// the rules on what else stands on the page.
#pragma once

#include <cstddef>
#include <cstdint>

#include "extract/finish/rules/rules.hpp"

namespace clean_article::extract::rules {

// The block that shows the page's title, or else its first <h1>; the number of blocks where there is none.
std::size_t heading_of_page(const Survey& survey);

// The text under that heading.
struct ArticleText {
  std::uint32_t body = kNone;  // the element that it fills; kNone where there is none
  std::size_t first = 0;       // its first paragraph
};

// Paragraphs that the scorer is sure of, with more than a sentence: of an article by what the page declares
// and by a date beside its title or its length, or by a date alone, or by length in an <article>. What heads
// a list of other texts is none.
ArticleText text_under_heading(const FinishContext& page);

// The same of an agency's short item, of which the scorer is not sure beside longer neighbours: a sentence or
// two under the heading of a page, with a date beside these if it is to be `dated`. `body` is no more than
// the element around them.
ArticleText short_item_under_heading(const FinishContext& page, bool dated = true);

}  // namespace clean_article::extract::rules
