#include "../finished_page.hpp"
#include "catch.hpp"
#include "page_texts.hpp"

using namespace clean_article;
using namespace clean_article::extract;

TEST_CASE("Captions go where the page says that it is an article") {
  const std::string body = "<figure><img src=a><figcaption>The river</figcaption></figure><p>It rained.";
  CHECK(left_by("caption", kArticle + body, 1) == Texts{"It rained."});
  CHECK(left_by("caption", body, 0) == Texts{"The river", "It rained."});
}

TEST_CASE("Captions of tables stay, and what was left out is left to the scorer") {
  const std::string table =
      "<table><caption>Sizes</caption><tr><th>Tent<th>Weight<tr><td>Two<td>2 kg</table>";
  CHECK(taken_by("caption", kArticle + table, 1).empty());
  FinishedPage page(kArticle + "<figure><img src=a><figcaption>The river</figcaption></figure><p>It rained.");
  CHECK(page.leave_out({"The river"}).run("caption").verdict(0).step == Step::kScorer);
}
