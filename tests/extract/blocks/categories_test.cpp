#include "extract/blocks/categories.hpp"

#include "catch.hpp"
#include "page_blocks.hpp"

using namespace clean_article;
using namespace clean_article::extract;

namespace {

CategorySet categories_of(const std::string& tag) {
  const PageBlocks page(tag + "x");
  return page.blocks().elements.at(1).categories;
}

}  // namespace

TEST_CASE("Elements are known by name, role, microdata, class and id") {
  struct Case {
    const char* tag;
    Category category;
  };
  const Case cases[] = {
      {"<nav>", Category::k_nav},
      {"<div role=NAVIGATION>", Category::k_role_navigation},
      {"<div itemprop=articleBody>", Category::k_body_property},
      {"<div class='entry-content'>", Category::k_class_body},
      {"<div class=articleBody>", Category::k_class_body},
      {"<div id=comments>", Category::k_class_comment},
      {"<div class='u-mb-4 shareBar'>", Category::k_class_share},
      {"<div class='post__related-posts'>", Category::k_class_related},
      {"<div class='ad ad-top'>", Category::k_class_ad},
      {"<div CLASS=newsletter-signup>", Category::k_class_newsletter},
      {"<div hidden>", Category::k_hidden},
      {"<div style='display:none'>", Category::k_hidden},
      {"<div style='visibility: hidden'>", Category::k_hidden},
  };
  for (const Case& c : cases) {
    CAPTURE(c.tag);
    CHECK(categories_of(c.tag).has(c.category));
  }
}

TEST_CASE("Words inside other words do not make an advertisement or a hidden element") {
  CHECK_FALSE(categories_of("<div class=header-breadcrumb>").has(Category::k_class_ad));
  CHECK_FALSE(categories_of("<div class=reading-area>").has(Category::k_class_ad));
  CHECK_FALSE(categories_of("<div style='display:block'>").has(Category::k_hidden));
}

TEST_CASE("Elements of the same name and class look alike, others do not") {
  const PageBlocks page("<p class=a>1</p><p class=a id=z>2</p><p class=b>3</p><div class=a>4</div>");
  const auto& e = page.blocks().elements;
  CHECK(e[1].signature == e[2].signature);
  CHECK(e[1].signature != e[3].signature);
  CHECK(e[1].signature != e[4].signature);
}
