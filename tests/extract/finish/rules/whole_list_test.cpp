#include "../finished_page.hpp"
#include "catch.hpp"
#include "page_texts.hpp"

using namespace clean_article;
using namespace clean_article::extract;

TEST_CASE("An item beside a kept one stays with its list unless the scorer finds it unlikely") {
  const auto left = [](float score) {
    return FinishedPage("<ul><li>flour<li>water<li>salt</ul><ul><li>Contact</ul>", score)
        .leave_out_all()
        .judge("flour", 0.6f, true)
        .run("whole-list")
        .kept();
  };
  CHECK(left(0.35f) == Texts{"flour", "water", "salt"});
  CHECK(left(0.34f) == Texts{"flour"});
}

TEST_CASE("Items before a kept one stay as well, cells are no items") {
  CHECK(joined_by("whole-list", "<ol><li>flour<li>water<li>salt</ol>", {"flour", "water"}, 0.4f).size() == 3);
  CHECK(joined_by("whole-list", "<table><tr><td>a<td>b</table>", {"b"}, 0.4f).size() == 1);
  CHECK(joined_by("whole-list", p("a") + p("b"), {"b"}, 0.4f).size() == 1);
}

TEST_CASE("What stands beside the items of a list is none of them") {
  CHECK(joined_by("whole-list", "<ul><li>flour</li><p>salt</p></ul>", {"salt"}, 0.9f) == Texts{"flour"});
  CHECK(joined_by("whole-list", "<ul><li>flour</li><p>salt</p></ul>", {"flour"}, 0.9f) == Texts{"salt"});
}
