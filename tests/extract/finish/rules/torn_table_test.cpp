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
