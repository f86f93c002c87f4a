#include "../finished_page.hpp"
#include "catch.hpp"
#include "page_texts.hpp"

using namespace clean_article;
using namespace clean_article::extract;

TEST_CASE("The page's footer is never content, an article's is the scorer's to judge") {
  CHECK(taken_by("page-footer", kProse + "<footer><p>All rights</p></footer>", 1) == Texts{"All rights"});
  for (const std::string holder : {"article", "main", "blockquote", "li"}) {
    CAPTURE(holder);
    const std::string html = "<" + holder + ">" + kProse + "<footer>Told by Maud</footer></" + holder + ">";
    CHECK(taken_by("page-footer", html, 1).empty());
  }
  CHECK(taken_by("page-footer", "<div>" + kProse + "<footer>Told by Maud</footer></div>", 1).size() == 1);
}
