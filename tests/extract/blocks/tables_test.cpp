#include "extract/blocks/tables.hpp"

#include "catch.hpp"
#include "page_blocks.hpp"

using namespace clean_article;
using namespace clean_article::extract;

namespace {

std::size_t data_tables(const std::string& html) {
  return PageBlocks(html).blocks().tables.size();
}

struct Place {
  std::uint32_t row, column, rows, columns;
  bool operator==(const Place& o) const {
    return row == o.row && column == o.column && rows == o.rows && columns == o.columns;
  }
};

std::vector<Place> places(const std::string& html) {
  const PageBlocks page(html);
  std::vector<Place> all;
  for (const Cell& cell : page.blocks().cells)
    all.push_back({cell.row, cell.column, cell.rows, cell.columns});
  return all;
}

}  // namespace

TEST_CASE("Rows and columns of short cells are data, with header cells or without") {
  CHECK(data_tables(
            "<table><tr><td>Weight<td>240 g<tr><td>Made in<td>Truro<tr><td>Sold in<td>Looe</table>") == 1);
  CHECK(data_tables("<table><tr><td>3 May<td>#2<tr><td>Ann Lee<td>I agree.</table>") == 0);
  CHECK(data_tables("<table><tr><th>Weight<td>240 g</table>") == 1);
  CHECK(data_tables("<table><caption>Tides</caption><tr><td>low<td>04:12</table>") == 1);
  CHECK(data_tables("<table><tr><td>Menu<td>Story</table>") == 0);
  CHECK(data_tables("<table><tr><td>Menu<tr><td>Story</table>") == 0);
  CHECK(data_tables("<table></table>") == 0);
}

TEST_CASE("What a table says of itself decides") {
  const std::string rows = "<tr><td>Weight<td>240 g<tr><td>Made in<td>Truro<tr><td>Sold in<td>Looe</table>";
  CHECK(data_tables("<table role=presentation>" + rows) == 0);
  CHECK(data_tables("<table role=none>" + rows) == 0);
  CHECK(data_tables("<table datatable=0>" + rows) == 0);
  CHECK(data_tables("<table role=table><tr><td>Weight<td>240 g</table>") == 1);
  CHECK(data_tables("<table summary='Weights'><tr><td>Weight<td>240 g</table>") == 1);
  CHECK(data_tables("<table summary=''><tr><td>Weight<td>240 g</table>") == 0);
}

TEST_CASE("Tables around tables, forms and columns of prose are layout") {
  const std::string data = "<table><tr><td>Weight<td>240 g<tr><td>Made in<td>Truro<tr><td>In<td>Looe</table>";
  CHECK(data_tables("<table><tr><th>Files<th>Moves<tr><td>" + data + "<td>" + data + "</table>") == 2);
  CHECK(data_tables("<table><tr><td>Name<td><form>Your name</form><tr><td>Town<td>Truro</table>") == 0);
  CHECK(data_tables("<table><tr><td><h2>News</h2><td>a<tr><td>b<td>c<tr><td>d<td>e</table>") == 0);
  std::string prose;
  for (int i = 0; i < 30; ++i) prose += "It rained for most of the month. ";
  CHECK(data_tables("<table><tr><td>Ann<td>" + prose + "<tr><td>Lee<td>" + prose +
                    "<tr><td>Bo<td>Yes</table>") == 0);
  CHECK(data_tables("<table><tr><th>By<th>Post<tr><td>Lee<td>" + prose + prose + "</table>") == 0);
}

TEST_CASE("A cell's blocks know it, and empty cells have a place") {
  const PageBlocks page(
      "<table><tr><th>Command<th>What it does<tr><td><p>get<td><p>Reads.<ul><li>in feet</ul>"
      "<tr><td><td>none</table><p>after");
  const Blocks& blocks = page.blocks();
  REQUIRE(page.texts() ==
          std::vector<std::string>{"Command", "What it does", "get", "Reads.", "in feet", "none", "after"});
  CHECK(page[3].cell == page[4].cell);
  CHECK(page[6].cell == kNone);
  CHECK(blocks.cells.size() == 6);
  CHECK(blocks.cells[page[5].cell].row == 2);
  CHECK(blocks.cells[page[5].cell].column == 1);
  CHECK(blocks.tables[0].rows == 3);
  CHECK(blocks.tables[0].columns == 2);
}

TEST_CASE("Spans push cells to where they stand") {
  CHECK(
      places("<table><tr><th rowspan=2>Year<th colspan=2>Level<tr><td>low<td>high"
             "<tr><td>1953<td>2<td>6</table>") ==
      std::vector<Place>{
          {0, 0, 2, 1}, {0, 1, 1, 2}, {1, 1, 1, 1}, {1, 2, 1, 1}, {2, 0, 1, 1}, {2, 1, 1, 1}, {2, 2, 1, 1}});
}

TEST_CASE("Forged spans are bounded") {
  const PageBlocks page(
      "<table><tr><th colspan=4294967295 rowspan=99999999>A<th colspan=x>B"
      "<tr><td colspan=0 rowspan=0>C</table>");
  CHECK(page.blocks().tables[0].columns <= 200);
  std::string row;
  for (int i = 0; i < 1'000; ++i) row += "<td colspan=50>x";
  const PageBlocks wide("<table><tr>" + row + "<tr>" + row + "</table>");
  CHECK(wide.blocks().tables[0].columns <= 200);
}
