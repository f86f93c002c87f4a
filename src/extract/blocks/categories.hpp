// What an element is for, told from its name, role, microdata and the words of its class and id. Owns the
// categories and how they are recognised; knows nothing of blocks or scores.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "html/html.hpp"

namespace clean_article::extract {

// X(name, meaning). The first group is told by element names, the second by ARIA roles and attributes and by
// microdata, the last by the words that authors of pages use in class and id.
#define CLEAN_ARTICLE_TAG_CATEGORIES(X) \
  X(nav, "<nav>")                       \
  X(header, "<header>")                 \
  X(footer, "<footer>")                 \
  X(aside, "<aside>")                   \
  X(article, "<article>")               \
  X(main, "<main>")                     \
  X(section, "<section>")               \
  X(form, "<form>")                     \
  X(table, "<table>")                   \
  X(row, "<tr>")                        \
  X(cell, "<td>, <th>")                 \
  X(list, "<ul>, <ol>, <menu>")         \
  X(item, "<li>")                       \
  X(definitions, "<dl>, <dt>, <dd>")    \
  X(figure, "<figure>")                 \
  X(figcaption, "<figcaption>")         \
  X(quote, "<blockquote>")              \
  X(pre, "<pre>")                       \
  X(link, "<a>")                        \
  X(button, "<button>")                 \
  X(details, "<details>")               \
  X(dialog, "<dialog>")                 \
  X(label, "<label>")                   \
  X(paragraph, "<p>")                   \
  X(heading, "<h1> to <h6>")            \
  X(noscript, "<noscript>")
#define CLEAN_ARTICLE_ROLE_CATEGORIES(X)                               \
  X(role_navigation, "role=navigation")                                \
  X(role_banner, "role=banner")                                        \
  X(role_contentinfo, "role=contentinfo")                              \
  X(role_complementary, "role=complementary")                          \
  X(role_main, "role=main")                                            \
  X(role_dialog, "role=dialog or alertdialog")                         \
  X(role_search, "role=search")                                        \
  X(role_article, "role=article")                                      \
  X(role_list, "role=list or listitem")                                \
  X(role_menu, "role=menu, menubar, menuitem")                         \
  X(role_tab, "role=tab, tablist, tabpanel")                           \
  X(hidden, "hidden attribute, display:none or visibility:hidden")     \
  X(aria_hidden, "aria-hidden=true")                                   \
  X(own_line, "shown as a block by its style, whatever its name")      \
  X(verbatim, "white space kept by its style, in a typewriter's font") \
  X(formula_source, "data-tex, data-latex … hold a formula")           \
  X(body_property, "itemprop articleBody, text or reviewBody")         \
  X(description_property, "itemprop description")                      \
  X(other_property, "any other itemprop")
#define CLEAN_ARTICLE_CLASS_CATEGORIES(X)                                      \
  X(class_comment, "comments and replies")                                     \
  X(class_nav, "navigation and menus")                                         \
  X(class_breadcrumb, "breadcrumbs")                                           \
  X(class_footer, "page footers and legal lines")                              \
  X(class_header, "page headers and mastheads")                                \
  X(class_hero, "lead-ins: hero, dek, standfirst, excerpt")                    \
  X(class_sidebar, "side columns")                                             \
  X(class_share, "share and follow bars")                                      \
  X(class_related, "related, recommended, trending, recent")                   \
  X(class_ad, "advertisements and promotions")                                 \
  X(class_modal, "cookie notices, dialogs, overlays")                          \
  X(class_overlay, "well-known overlays: consent managers, pop-ups, carts")    \
  X(class_dialog, "dialogs, drawers, tool tips")                               \
  X(class_meta, "bylines, dates, info lines")                                  \
  X(class_author, "author boxes and profiles")                                 \
  X(class_newsletter, "newsletter and sign-up boxes")                          \
  X(class_action, "buttons and calls to action")                               \
  X(class_tags, "tags, categories, labels")                                    \
  X(class_pager, "pagination")                                                 \
  X(class_widget, "widgets and plug-ins")                                      \
  X(class_carousel, "sliders and galleries")                                   \
  X(class_filter, "filters, sorting, product options")                         \
  X(class_search, "search boxes")                                              \
  X(class_account, "log-in, cart, checkout")                                   \
  X(class_product, "product pages")                                            \
  X(class_price, "prices, stock, ratings")                                     \
  X(class_description, "descriptions, details, features, FAQ")                 \
  X(class_review, "reviews and testimonials")                                  \
  X(class_post, "posts of threads and forums")                                 \
  X(class_card, "cards, tiles, grids, lists")                                  \
  X(class_content, "content in general")                                       \
  X(class_body, "the body of an article, by the names publishing systems use") \
  X(class_caption, "captions, credits, media")                                 \
  X(class_contents, "tables of contents")                                      \
  X(class_hidden, "hidden by a class")                                         \
  X(class_small_print, "legal lines, disclaimers")                             \
  X(class_unseen, "seen by no reader: for screen readers, or not shown")       \
  X(class_code, "code samples")                                                \
  X(class_notes, "signatures, disclaimers, footnotes, references")             \
  X(class_locale, "choosers of country, language, currency")                   \
  X(class_infobox, "fact tables of encyclopedias")                             \
  X(class_references, "lists of sources")                                      \
  X(class_signature, "signatures under posts")                                 \
  X(class_box, "boxes beside the text: facts, insets, pull quotes")            \
  X(class_paywall, "paywalls and prompts to log in")                           \
  X(class_embed, "embedded posts and players")                                 \
  X(class_formula, "formulas, as engines mark them")                           \
  X(class_code_box, "code drawn as elements: editors, highlighters' tables")   \
  X(recipe_ingredients, "what goes into a recipe, by microdata too")           \
  X(recipe_steps, "how a recipe is made, by microdata too")                    \
  X(class_for_readers, "text for screen readers alone")                        \
  X(class_pop_up, "tooltips and hover cards")                                  \
  X(class_fold, "what opens at a click or comes in as the page is scrolled")   \
  X(class_icon, "icons")

#define CLEAN_ARTICLE_CATEGORIES(X) \
  CLEAN_ARTICLE_TAG_CATEGORIES(X) CLEAN_ARTICLE_ROLE_CATEGORIES(X) CLEAN_ARTICLE_CLASS_CATEGORIES(X)

enum class Category : std::uint8_t {
#define CLEAN_ARTICLE_CATEGORY(name, meaning) k_##name,
  CLEAN_ARTICLE_CATEGORIES(CLEAN_ARTICLE_CATEGORY)
#undef CLEAN_ARTICLE_CATEGORY
      kCount
};
inline constexpr std::size_t kCategoryCount = static_cast<std::size_t>(Category::kCount);

// A set of categories.
class CategorySet {
 public:
  void add(Category c) { words_[index(c) / 64] |= std::uint64_t{1} << index(c) % 64; }
  void add(const CategorySet& other) {
    words_[0] |= other.words_[0];
    words_[1] |= other.words_[1];
  }
  bool operator==(const CategorySet&) const = default;
  bool empty() const { return (words_[0] | words_[1]) == 0; }
  bool has(Category c) const { return (words_[index(c) / 64] >> index(c) % 64 & 1) != 0; }
  template <typename Fn>
  void for_each(Fn&& fn) const {
    for (std::size_t w = 0; w < 2; ++w)
      for (std::uint64_t bits = words_[w]; bits != 0; bits &= bits - 1)
        fn(static_cast<Category>(w * 64 + static_cast<std::size_t>(__builtin_ctzll(bits))));
  }

 private:
  static std::size_t index(Category c) { return static_cast<std::size_t>(c); }
  std::uint64_t words_[2] = {0, 0};
};
static_assert(kCategoryCount <= 128);

// The category an element has by its name alone, kCount for none.
Category tag_category(html::Tag tag);

// What an element's start tag says of it, as the source has it. Valid while the Document lives.
struct ElementNames {
  std::string_view classes, id, style, role;
  bool hidden = false;              // the attribute
  bool hidden_until_found = false;  // its value: folded up, and found by a search in the page
  bool has_data = false;            // a title or data- attributes
};

// What is told of an element by its start tag.
struct ToldByTag {
  CategorySet categories;
  std::uint64_t signature = 0;  // a hash of name and class attribute: elements that look alike have the same
  ElementNames names;
};

// Recognises the categories of elements. Remembers the start tags of the page that it has seen last, since
// they are repeated. One per thread.
class ElementClassifier {
 public:
  // Before the elements of a page, whose source must live until the next call.
  void begin() { ++page_; }

  // Valid until the next call.
  const ToldByTag& classify(const html::Document& document, html::NodeId element);

 private:
  void read(const html::Document& document, html::NodeId element, ToldByTag& told);

  struct MetTag {
    std::uint64_t page = 0;  // on which it was met
    std::string_view written;
    html::Tag tag = html::Tag::kUnknown;
    ToldByTag told;
  };
  static constexpr std::size_t kTags = 256;
  std::uint64_t page_ = 0;
  ToldByTag told_;  // of a tag that is not remembered
  std::vector<MetTag> met_tags_ = std::vector<MetTag>(kTags);
};

}  // namespace clean_article::extract
