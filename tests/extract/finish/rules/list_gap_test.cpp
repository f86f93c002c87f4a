#include "../finished_page.hpp"
#include "catch.hpp"
#include "page_texts.hpp"

using namespace clean_article;
using namespace clean_article::extract;

namespace {

const std::string kList = "<ul><li>flour</li><li>water</li><li><h3>Salt</h3></li><li>yeast</li></ul>";

}  // namespace

TEST_CASE("Items between kept ones of their list are kept unless the scorer is sure") {
  CHECK(joined_by("list-gap", kList, {"water", "Salt"}, 0.05f) == Texts{"flour", "water", "yeast"});
  CHECK(joined_by("list-gap", kList, {"water", "Salt"}, 0.04f) == Texts{"flour", "yeast"});
  CHECK(joined_by("list-gap", kList, {"flour", "water", "Salt"}, 0.06f) == Texts{"yeast"});
  CHECK(joined_by("list-gap", kList, {"water", "Salt", "yeast"}, 0.06f) == Texts{"flour"});
  CHECK(joined_by("list-gap", kList + p("after"), {"water", "Salt", "yeast"}, 0.06f) ==
        Texts{"flour", "after"});
  const std::string terms = "<dl><dt>salt</dt><dd>of the sea</dd><dt>flour</dt><dd>of rye</dd></dl>";
  CHECK(joined_by("list-gap", terms, {"of the sea", "flour"}, 0.05f).size() == 4);
  CHECK(joined_by("list-gap", "<ol><li>a</li><li>b</li><li>c</li></ol>", {"b"}, 0.05f).size() == 3);
  CHECK(joined_by("list-gap", "<div><p>a</p><p>b</p><p>c</p></div>", {"b"}, 0.9f).size() == 2);
}

TEST_CASE("Posts of a thread and comments are no list to fill") {
  CHECK(joined_by("list-gap", kQuestion + kList, {"water", "Salt"}, 0.06f) == Texts{"flour", "yeast"});
  CHECK(joined_by("list-gap", kThread + kList, {"water", "Salt"}, 0.06f) == Texts{"flour", "yeast"});
  const std::string list = "<ul><li>flour</li><li>water</li><li>yeast</li></ul>";
  // The item, the list and two elements around it are near.
  CHECK(joined_by("list-gap", "<div class=comments>" + nested(list, 2) + "</div>", {"water"}, 0.06f).size() ==
        2);
  CHECK(joined_by("list-gap", "<div class=comments>" + nested(list, 3) + "</div>", {"water"}, 0.06f).size() ==
        3);
}

TEST_CASE("In an article the scorer's word on an item stands") {
  CHECK(joined_by("list-gap", kArticle + kList, {"water", "Salt"}, 0.06f) == Texts{"flour", "yeast"});
}

TEST_CASE("A list of which nothing is kept has no gap") {
  CHECK(joined_by("list-gap", kList, {"flour", "water", "Salt", "yeast"}, 0.06f).empty());
  CHECK(joined_by("list-gap", p("before") + kList + p("after"), {"flour", "water", "Salt", "yeast"}, 0.06f)
            .size() == 2);
}
