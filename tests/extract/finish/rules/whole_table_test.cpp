#include "../finished_page.hpp"
#include "catch.hpp"
#include "page_texts.hpp"

using namespace clean_article;
using namespace clean_article::extract;

namespace {

const std::string kTables =
    "<table><tr><td>Weight<td>240 g<tr><th>Made in<td>Truro</table><table><tr><td>Sold</table>";

}  // namespace

TEST_CASE("A cell beside a kept one stays with its row and the next") {
  FinishedPage page(kTables, 0.35f);
  page.leave_out_all().judge("Weight", 0.35f, true).judge("Truro", 0.34f, false);
  CHECK(page.run("whole-table").kept() == Texts{"Weight", "240 g", "Made in"});
}

TEST_CASE("A kept cell takes those before it along, but no other table's") {
  CHECK(joined_by("whole-table", kTables, {"Weight", "240 g", "Made in", "Sold"}, 0.4f).size() == 4);
  CHECK(joined_by("whole-table", "<ul><li>a<li>b</ul>", {"b"}, 0.4f).size() == 1);
}
