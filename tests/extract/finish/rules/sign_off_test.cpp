#include "../finished_page.hpp"
#include "catch.hpp"
#include "page_texts.hpp"

using namespace clean_article;
using namespace clean_article::extract;

TEST_CASE("The mark of agency or author is the last line of an article") {
  CHECK(taken_by("sign-off", kArticle + kProse + p("(sda)"), 1) == Texts{"(sda)"});
  CHECK(taken_by("sign-off", kArticle + kProse + p("dpa"), 1) == Texts{"dpa"});
  CHECK(taken_by("sign-off", kArticle + kProse + p("(sda)") + kProse, 1).empty());
  CHECK(taken_by("sign-off", kProse + p("(sda)"), 1).empty());
  CHECK(taken_by("sign-off", kArticle + p("(sda)"), 1).empty());
}
