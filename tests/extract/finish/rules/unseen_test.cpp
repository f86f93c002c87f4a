#include "../finished_page.hpp"
#include "catch.hpp"
#include "page_texts.hpp"

using namespace clean_article;
using namespace clean_article::extract;

TEST_CASE("What no reader sees goes where no article is declared") {
  const std::string lines = "<p hidden>Loading</p><p class=sr-only>Was</p>";
  CHECK(taken_by("unseen", kProse + lines, 1) == Texts{"Loading", "Was"});
  CHECK(taken_by("unseen", kArticle + kProse + lines, 1).empty());
  CHECK(taken_by("unseen", kProse + "<div hidden><p>Loading</p></div>", 1).empty());
}

TEST_CASE("What is named unseen has the name itself") {
  CHECK(taken_by("unseen", kProse + "<div class=sr-only><p>Was</p></div>", 1).empty());
  CHECK(taken_by("unseen", kProse + "<p>Was</p>", 1).empty());
}
