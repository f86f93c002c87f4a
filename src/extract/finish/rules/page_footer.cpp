// A <footer> that is the page's, not an article's or a quote's. On the labelled pages of WCXB and news 370 of
// 88,000 words in such are content, most of them a choice of countries.
#include <cstdint>

#include "extract/finish/rules/rules.hpp"

namespace clean_article::extract::rules {

void page_footer(const FinishContext& page, Marker& mark) {
  const std::vector<Element>& elements = page.survey().page->elements;
  for (std::uint32_t e = 1; e < elements.size();) {
    const Element& element = elements[e];
    const bool holds_content = element.tag == html::Tag::k_article || element.tag == html::Tag::k_main ||
                               element.tag == html::Tag::k_blockquote || element.tag == html::Tag::k_li;
    const bool is_footer = element.tag == html::Tag::k_footer;
    if (is_footer) mark.mark(element.first_block, element.end_block);
    e = holds_content || is_footer ? element.end : e + 1;
  }
}

}  // namespace clean_article::extract::rules
