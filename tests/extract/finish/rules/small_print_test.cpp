#include "../finished_page.hpp"
#include "catch.hpp"
#include "page_texts.hpp"

using namespace clean_article;
using namespace clean_article::extract;

TEST_CASE("What is named small print goes where no article is declared, whatever it scores") {
  const std::string line = "<div class=fine-print><p>Prices without tax</p></div>";
  CHECK(taken_by("small-print", kProse + line, 1) == Texts{"Prices without tax"});
  CHECK(taken_by("small-print", kArticle + kProse + line, 1).empty());
  CHECK(taken_by("small-print", kProse + "<div class=print><p>Prices without tax</p></div>", 1).empty());
}
