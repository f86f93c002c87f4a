// Signals of the whole page; each is the same for all its blocks and tells what kind of page it is.
#include <algorithm>
#include <array>

#include "extract/signals.hpp"

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
  constexpr Tag kCounted[] = {Tag::k_article, Tag::k_main, Tag::k_h1,   Tag::k_h2, Tag::k_h3, Tag::k_section,
                              Tag::k_table,   Tag::k_pre,  Tag::k_form, Tag::k_li, Tag::k_p};
  for (std::size_t t = 0; t < std::size(kCounted); ++t)
    table.set(0, Signal::page_articles, t, tags[static_cast<std::size_t>(kCounted[t])]);
  constexpr Category kShares[] = {
      Category::k_class_comment, Category::k_class_post,   Category::k_class_product, Category::k_class_price,
      Category::k_class_card,    Category::k_class_review, Category::k_class_sidebar, Category::k_class_body};
  const auto all = static_cast<double>(std::max<std::size_t>(elements.size(), 1));
  for (std::size_t c = 0; c < std::size(kShares); ++c)
    table.set(0, Signal::class_page_comment, c, categories[static_cast<std::size_t>(kShares[c])] / all);
  const double declared[] = {facts.og_article ? 1.0 : 0.0,
                             facts.og_product ? 1.0 : 0.0,
                             facts.og_website ? 1.0 : 0.0,
                             type(kTypeArticle),
                             type(kTypeProduct),
                             type(kTypeForum),
                             type(kTypeQuestion),
                             type(kTypeItemList),
                             type(kTypeCollection),
                             type(kTypeFaq),
                             type(kTypeRecipe),
                             type(kTypeOrganization),
                             type(kTypeWebPage),
                             type(kTypeReview),
                             type(kTypeService),
                             type(kTypeSoftware),
                             facts.forum_software ? 1.0 : 0.0,
                             facts.article_body.empty() ? 0.0 : 1.0};
  for (std::size_t d = 0; d < std::size(declared); ++d) table.set(0, Signal::page_og_article, d, declared[d]);

  const auto first = static_cast<std::size_t>(Signal::page_chars);
  const auto last = static_cast<std::size_t>(Signal::page_has_article_body);
  for (std::size_t i = 1; i < survey.size(); ++i)
    std::copy(table.row_data(0) + first, table.row_data(0) + last + 1, table.row_data(i) + first);
}

}  // namespace clean_article::extract
