#include <algorithm>
#include <array>

#include "extract/signals/signal_groups.hpp"

namespace clean_article::extract {

PageSignals::PageSignals(const Survey& survey) {
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

  const SignalRow row(page_.data());
  row.set(Signal::page_chars, total.chars);
  row.set(Signal::page_blocks, n);
  row.set(Signal::page_link_density, total.link_chars / std::max(total.chars, 1.0));
  row.set(Signal::page_paragraph_chars, total.paragraph_chars);
  row.set(Signal::page_paragraphs, total.paragraphs);
  row.set(Signal::page_prose, total.paragraph_chars / std::max(total.chars, 1.0));
  row.set(Signal::page_function_density, total.function_words / std::max(total.words, 1.0));
  row.set(Signal::page_prices, prices);
  row.set(Signal::page_date_share, dates / n);
  const auto count = [&](Tag tag) { return tags[static_cast<std::size_t>(tag)]; };
  row.set(Signal::page_articles, count(Tag::k_article));
  row.set(Signal::page_h2, count(Tag::k_h2));
  row.set(Signal::page_sections, count(Tag::k_section));
  row.set(Signal::page_items, count(Tag::k_li));
  row.set(Signal::page_p, count(Tag::k_p));
  const auto all = static_cast<double>(std::max<std::size_t>(elements.size(), 1));
  const auto share = [&](Category c) { return categories[static_cast<std::size_t>(c)] / all; };
  row.set(Signal::class_page_comment, share(Category::k_class_comment));
  row.set(Signal::class_page_post, share(Category::k_class_post));
  row.set(Signal::class_page_product, share(Category::k_class_product));
  row.set(Signal::class_page_price, share(Category::k_class_price));
  row.set(Signal::class_page_card, share(Category::k_class_card));
  row.set(Signal::class_page_review, share(Category::k_class_review));
  row.set(Signal::class_page_sidebar, share(Category::k_class_sidebar));
  row.set(Signal::class_page_body, share(Category::k_class_body));
  row.set(Signal::page_og_article, facts.og_article);
  row.set(Signal::page_og_product, facts.og_product);
  row.set(Signal::page_type_article, type(kTypeArticle));
  row.set(Signal::page_type_product, type(kTypeProduct));
  row.set(Signal::page_type_forum, type(kTypeForum));
  row.set(Signal::page_type_question, type(kTypeQuestion));
  row.set(Signal::page_type_faq, type(kTypeFaq));
  row.set(Signal::page_has_article_body, !facts.article_body.empty());
}

void PageSignals::add(std::size_t /*block*/, SignalRow row) const {
  row.copy(Signal::page_chars, Signal::page_has_article_body, page_.data());
}

}  // namespace clean_article::extract
