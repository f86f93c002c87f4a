// Signals of the whole page; each is the same for all its blocks and tells what kind of page it is.
#include <algorithm>
#include <array>

#include "extract/signals/signals.hpp"

namespace clean_article::extract {

void add_page_signals(const Survey& survey, SignalTable& table) {
  using html::Tag;
  const Tally& total = survey.total();
  const auto n = static_cast<double>(survey.size());
  const auto& elements = survey.page->elements;
  std::array<std::uint32_t, static_cast<std::size_t>(Tag::kCount)> tags{};
  std::array<std::uint32_t, kCategoryCount> categories{};
  for (const Element& e : elements) {
    ++tags[static_cast<std::size_t>(e.tag)];
    e.categories.for_each([&](Category c) { ++categories[static_cast<std::size_t>(c)]; });
  }
  double prices = 0;
  double dates = 0;
  for (const Measure& m : survey.measures->blocks) {
    prices += m.has_currency ? 1 : 0;
    dates += m.has_date ? 1 : 0;
  }
  const PageFacts& facts = *survey.facts;
  const auto type = [&](std::uint32_t t) { return (facts.types & t) != 0 ? 1.0 : 0.0; };

  table.fill(Signal::page_chars, total.chars);
  table.fill(Signal::page_blocks, n);
  table.fill(Signal::page_link_density, total.link_chars / std::max(total.chars, 1.0));
  table.fill(Signal::page_paragraph_chars, total.paragraph_chars);
  table.fill(Signal::page_paragraphs, total.paragraphs);
  table.fill(Signal::page_prose, total.paragraph_chars / std::max(total.chars, 1.0));
  table.fill(Signal::page_function_density, total.function_words / std::max(total.words, 1.0));
  table.fill(Signal::page_prices, prices);
  table.fill(Signal::page_date_share, dates / n);
  const auto count = [&](Tag tag) { return tags[static_cast<std::size_t>(tag)]; };
  table.fill(Signal::page_articles, count(Tag::k_article));
  table.fill(Signal::page_h2, count(Tag::k_h2));
  table.fill(Signal::page_sections, count(Tag::k_section));
  table.fill(Signal::page_items, count(Tag::k_li));
  table.fill(Signal::page_p, count(Tag::k_p));
  const auto all = static_cast<double>(std::max<std::size_t>(elements.size(), 1));
  const auto share = [&](Category c) { return categories[static_cast<std::size_t>(c)] / all; };
  table.fill(Signal::class_page_comment, share(Category::k_class_comment));
  table.fill(Signal::class_page_post, share(Category::k_class_post));
  table.fill(Signal::class_page_product, share(Category::k_class_product));
  table.fill(Signal::class_page_price, share(Category::k_class_price));
  table.fill(Signal::class_page_card, share(Category::k_class_card));
  table.fill(Signal::class_page_review, share(Category::k_class_review));
  table.fill(Signal::class_page_sidebar, share(Category::k_class_sidebar));
  table.fill(Signal::class_page_body, share(Category::k_class_body));
  table.fill(Signal::page_og_article, facts.og_article);
  table.fill(Signal::page_og_product, facts.og_product);
  table.fill(Signal::page_type_article, type(kTypeArticle));
  table.fill(Signal::page_type_product, type(kTypeProduct));
  table.fill(Signal::page_type_forum, type(kTypeForum));
  table.fill(Signal::page_type_question, type(kTypeQuestion));
  table.fill(Signal::page_type_faq, type(kTypeFaq));
  table.fill(Signal::page_has_article_body, !facts.article_body.empty());
}

}  // namespace clean_article::extract
