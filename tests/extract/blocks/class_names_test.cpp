#include "extract/blocks/class_names.hpp"

#include <vector>

#include "catch.hpp"

using namespace clean_article::extract;

namespace {

std::vector<Category> found_in(std::string_view name) {
  std::vector<Category> found;
  class_name_categories(name).for_each([&](Category c) { found.push_back(c); });
  return found;
}

using Found = std::vector<Category>;

}  // namespace

TEST_CASE("Every word of a name is found, overlapping ones too") {
  CHECK(found_in("comment") == Found{Category::k_class_comment});
  CHECK(found_in("breadcrumbs") == Found{Category::k_class_nav, Category::k_class_breadcrumb});
  CHECK(found_in("masthead-menu") == Found{Category::k_class_nav, Category::k_class_header});
  CHECK(found_in("u-mb-4").empty());
  CHECK(found_in("").empty());
}

TEST_CASE("Choices and what may be absent stand for each other") {
  for (const char* name : {"reply", "replies", "xreplyx"}) {
    CAPTURE(name);
    CHECK(found_in(name) == Found{Category::k_class_comment});
  }
  for (const char* name : {"signup", "sign-up"}) {
    CAPTURE(name);
    CHECK(found_in(name) == Found{Category::k_class_newsletter});
  }
  for (const char* name : {"blogtext", "blog-text", "blog__text", "blog_-text"}) {
    CAPTURE(name);
    CHECK(found_in(name) == Found{Category::k_class_content, Category::k_class_body});
  }
  CHECK(found_in("blog---text") == Found{Category::k_class_content});
  CHECK(found_in("pull-quote") == Found{Category::k_class_review, Category::k_class_box});
}

TEST_CASE("Words that must be a part of their own are found between hyphens, underscores and ends") {
  for (const char* name : {"ad", "ads", "ad-x", "x_ads", "x-ad_y"}) {
    CAPTURE(name);
    CHECK(found_in(name) == Found{Category::k_class_ad});
  }
  for (const char* name : {"mad", "adx", "x-bad", "adsy-x", "ad.x"}) {
    CAPTURE(name);
    CHECK(found_in(name).empty());
  }
  CHECK(found_in("ad-bio-ad") == Found{Category::k_class_ad, Category::k_class_author});
}

TEST_CASE("Capitals are small letters, and one behind a small letter begins a part") {
  CHECK(found_in("xAd") == Found{Category::k_class_ad});
  CHECK(found_in("XAD").empty());
  CHECK(found_in("SIGN-UP") == Found{Category::k_class_newsletter});
}

TEST_CASE("Other characters separate nothing and stand for no end of a name") {
  CHECK(found_in("\x01"
                 "ad\x02")
            .empty());
  CHECK(found_in("\xC3\xA9"
                 "ad")
            .empty());
  CHECK(found_in(std::string(300, 'x') + "comment").empty());
}
