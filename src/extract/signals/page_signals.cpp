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

  // The rows are alike, so the first is filled and the others copied.
  table.set(0, Signal::page_chars, total.chars);
  table.set(0, Signal::page_blocks, n);
  table.set(0, Signal::page_link_density, total.link_chars / std::max(total.chars, 1.0));
  table.set(0, Signal::page_paragraph_chars, total.paragraph_chars);
  table.set(0, Signal::page_paragraphs, total.paragraphs);
  table.set(0, Signal::page_prose, total.paragraph_chars / std::max(total.chars, 1.0));
  table.set(0, Signal::page_function_density, total.function_words / std::max(total.words, 1.0));
  table.set(0, Signal::page_prices, prices);
  table.set(0, Signal::page_date_share, dates / n);
  const auto count = [&](Tag tag) { return tags[static_cast<std::size_t>(tag)]; };
  table.set(0, Signal::page_articles, count(Tag::k_article));
  table.set(0, Signal::page_h2, count(Tag::k_h2));
  table.set(0, Signal::page_sections, count(Tag::k_section));
  table.set(0, Signal::page_items, count(Tag::k_li));
  table.set(0, Signal::page_p, count(Tag::k_p));
  const auto all = static_cast<double>(std::max<std::size_t>(elements.size(), 1));
  const auto share = [&](Category c) { return categories[static_cast<std::size_t>(c)] / all; };
  table.set(0, Signal::class_page_comment, share(Category::k_class_comment));
  table.set(0, Signal::class_page_post, share(Category::k_class_post));
  table.set(0, Signal::class_page_product, share(Category::k_class_product));
  table.set(0, Signal::class_page_price, share(Category::k_class_price));
  table.set(0, Signal::class_page_card, share(Category::k_class_card));
  table.set(0, Signal::class_page_review, share(Category::k_class_review));
  table.set(0, Signal::class_page_sidebar, share(Category::k_class_sidebar));
  table.set(0, Signal::class_page_body, share(Category::k_class_body));
  table.set(0, Signal::page_og_article, facts.og_article);
  table.set(0, Signal::page_og_product, facts.og_product);
  table.set(0, Signal::page_type_article, type(kTypeArticle));
  table.set(0, Signal::page_type_product, type(kTypeProduct));
  table.set(0, Signal::page_type_forum, type(kTypeForum));
  table.set(0, Signal::page_type_question, type(kTypeQuestion));
  table.set(0, Signal::page_type_faq, type(kTypeFaq));
  table.set(0, Signal::page_has_article_body, !facts.article_body.empty());

  const auto first = static_cast<std::size_t>(Signal::page_chars);
  const auto last = static_cast<std::size_t>(Signal::page_has_article_body);
  for (std::size_t i = 1; i < survey.size(); ++i)
    std::copy(table.row_data(0) + first, table.row_data(0) + last + 1, table.row_data(i) + first);
}

}  // namespace clean_article::extract
