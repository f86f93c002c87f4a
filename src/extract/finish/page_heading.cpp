#include "extract/finish/page_heading.hpp"

#include <algorithm>
#include <string_view>

#include "extract/finish/element_names.hpp"

namespace clean_article::extract::rules {

namespace {

constexpr float kMostLinked = 0.3f;  // of a paragraph; sentences name their sources

bool is_sure_paragraph(const FinishContext& page, std::size_t i) {
  constexpr float kFewestWords = 10;  // a sentence
  const Measure& m = page.survey().measure(i);
  return !page.survey().is_heading(i) && page.score(i) >= kSure && m.words >= kFewestWords &&
         m.link_density <= kMostLinked;
}

// Whether a date stands beside the heading or the first paragraph.
bool shows_date(const FinishContext& page, std::size_t heading, std::size_t first) {
  constexpr std::size_t kBefore = 2;  // blocks
  for (std::size_t i = heading - std::min(heading, kBefore); i < first; ++i)
    if (page.survey().measure(i).has_date) return true;
  return false;
}

// Whether a block stands in one of several cards, each with a link of its own.
bool is_in_card(const Survey& survey, std::size_t i) {
  constexpr std::uint32_t kFewestCards = 3;
  const std::uint32_t card = survey.card_of(i);
  return survey.repeats[card] >= kFewestCards && survey.inside(card).link_blocks > 0;
}

// Whether publishing systems call the page a list: the body's class tells what WordPress shows.
bool is_archive(const FinishContext& page) {
  return is_called(page.document(), page.survey().element(0).node, [](std::string_view name) {
    return name == "archive" || name == "blog" || name == "home" || name == "search-results";
  });
}

// The outermost element around a block that is an <article> or named as the body of one; else its parent.
std::uint32_t body_around(const Survey& survey, std::size_t block) {
  std::uint32_t body = survey.parent(survey.block(block).element);
  for (std::uint32_t e = body; e != 0; e = survey.parent(e)) {
    const Element& element = survey.element(e);
    if (element.tag == html::Tag::k_article || element.categories.has(Category::k_body_property) ||
        element.categories.has(Category::k_class_body))
      body = e;
  }
  return body;
}

bool is_in_article(const Survey& survey, std::size_t block) {
  return survey.page->nearest_of(block)[static_cast<std::size_t>(Category::k_article)] >= 0;
}

constexpr std::size_t kMostBetween = 16;  // blocks between heading and text: byline, share bar, picture

constexpr std::uint32_t kOther = kTypeProduct | kTypeItemList | kTypeCollection;

// Whether a page says that it is no article.
bool declares_other(const PageFacts& facts) {
  if ((facts.types & kTypeRecipe) != 0) return true;
  return !facts.declares_article() && ((facts.types & kOther) != 0 || facts.og_website);
}

// A sentence that nothing says to be something else, and that the scorer does not exclude.
bool is_sentence(const FinishContext& page, std::size_t i) {
  constexpr float kFewestWords = 8;
  constexpr float kLeastScore = 0.1f;
  const Measure& m = page.survey().measure(i);
  const bool ends = m.ends_sentence || page.text_of(i).ends_with(')');  // "(PAP)"
  return ends && page.survey().block(i).kind == BlockKind::kParagraph && page.phrases(i) == 0 &&
         page.score(i) >= kLeastScore && m.words >= kFewestWords && m.link_density <= kMostLinked;
}

}  // namespace

std::size_t heading_of_page(const Survey& survey) {
  if (survey.title_block != kNone) return survey.title_block;
  std::size_t i = 0;
  while (i < survey.size() && !(survey.is_heading(i) && survey.block(i).level == 1)) ++i;
  return i;
}

ArticleText short_item_under_heading(const FinishContext& page, bool dated) {
  constexpr double kFewestWords = 12;
  const PageFacts& facts = page.facts();
  const Survey& survey = page.survey();
  const std::size_t heading = heading_of_page(survey);
  const std::size_t last = std::min(page.size(), heading + kMostBetween);
  std::size_t first = heading + 1;
  while (first < last && !survey.is_heading(first) && !is_sentence(page, first)) ++first;
  if (first >= last || survey.is_heading(first) || is_in_card(survey, first)) return {};
  const std::uint32_t parent = survey.parent(survey.block(first).element);
  double words = 0;
  for (std::size_t i = first; i < survey.element(parent).end_block; ++i)
    if (is_sentence(page, i)) words += survey.measure(i).words;
  // What heads a list of recipes is called an article, too.
  if (words < kFewestWords || declares_other(facts) || (facts.types & kOther) != 0 || is_archive(page))
    return {};
  return !dated || shows_date(page, heading, first) ? ArticleText{parent, first} : ArticleText{};
}

ArticleText text_under_heading(const FinishContext& page) {
  constexpr double kFewestWords = 20;  // two sentences
  constexpr double kLong = 100;        // words; what heads a list is shorter
  const PageFacts& facts = page.facts();
  const bool may_be_list = !facts.declares_article();
  if (declares_other(facts)) return {};
  const Survey& survey = page.survey();
  const std::size_t heading = heading_of_page(survey);
  const std::size_t last = std::min(page.size(), heading + kMostBetween);
  std::size_t first = heading + 1;
  while (first < last && !is_sure_paragraph(page, first)) ++first;
  if (first >= last || is_in_card(survey, first)) return {};
  const std::uint32_t parent = survey.parent(survey.block(first).element);
  double words = 0;
  for (std::size_t i = first; i < survey.element(parent).end_block; ++i)
    if (is_sure_paragraph(page, i)) words += survey.measure(i).words;
  if (words < kFewestWords || is_archive(page)) return {};
  const bool dated = shows_date(page, heading, first);
  const bool is_long = words >= kLong && (!may_be_list || is_in_article(survey, first));
  if (!dated && !is_long) return {};
  return {body_around(survey, first), first};
}

}  // namespace clean_article::extract::rules
