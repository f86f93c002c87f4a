#include "../finished_page.hpp"
#include "catch.hpp"
#include "page_texts.hpp"

using namespace clean_article;
using namespace clean_article::extract;

TEST_CASE("Other stories behind an article go where their heading begins an element") {
  const std::string text = kArticle + repeated(kProse, 2);
  const std::string others = "<h2>Related stories</h2><p>Poles of birch</p>";
  CHECK(taken_by("related-section", text + "<div>" + others + "</div>" + kProse, 0.3f) ==
        Texts{"Related stories", "Poles of birch"});
  CHECK(taken_by("related-section", text + others, 0.3f).empty());  // the text may go on
  CHECK(taken_by("related-section", repeated(kProse, 2) + "<div>" + others + "</div>", 0.3f).empty());
}

TEST_CASE("Other stories may be what the article is about") {
  const std::string page =
      kArticle + repeated(kProse, 2) + "<div><h2>Related stories</h2><p>Poles of birch</p></div>";
  CHECK(taken_by("related-section", page, 0.69f).size() == 2);
  CHECK(taken_by("related-section", page, 0.71f).empty());
}
