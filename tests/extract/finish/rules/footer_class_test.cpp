#include "../finished_page.hpp"
#include "catch.hpp"
#include "page_texts.hpp"

using namespace clean_article;
using namespace clean_article::extract;

TEST_CASE("A block whose own element is named a footer goes where no article is declared") {
  const std::string line = "<p class=footer>Prices without tax</p>";
  CHECK(taken_by("footer-class", kProse + line, 1) == Texts{"Prices without tax"});
  CHECK(taken_by("footer-class", kArticle + kProse + line, 1).empty());
  CHECK(taken_by("footer-class", kProse + "<div class=footer><p>Prices without tax</p></div>", 1).empty());
}
