#include "../finished_page.hpp"
#include "catch.hpp"
#include "page_texts.hpp"

using namespace clean_article;
using namespace clean_article::extract;

TEST_CASE("Cells of a table that is not whole go, those of a whole one stay") {
  const std::string table = "<table><tr><th>Date<td>3 May</table>";
  CHECK(joined_by("torn-table", kProse + table, {"Date"}, 0.9f).size() == 1);
  CHECK(joined_by("torn-table", kProse + table, {}, 0.1f).size() == 3);
}

TEST_CASE("What is left of a table that is hardly content goes, and what was left out needs no rule") {
  const std::string table =
      "<table><tr><th>Date<td><p class=sr-only>" + words(5) + "</p><p>3 May</p></table>";
  FinishedPage page(kProse + table, 0.9f);
  CHECK(page.run_phases(Phase::kExclude, Phase::kDrop).kept().size() == 1);
  CHECK(decided_by_rule("torn-table", kProse + "<table><tr><th>Date<td>3 May</table>", {"Date"}) ==
        Texts{"3 May"});
}
