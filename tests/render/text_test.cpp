#include "catch.hpp"
#include "rendered_page.hpp"

using namespace clean_article;

namespace {

std::string rendered(const std::string& html) {
  return render::rendered_as(html, render::Format::kText);
}

}  // namespace

TEST_CASE("Text has a blank line between blocks and one final newline") {
  CHECK(rendered("<h2>Head</h2><p>One.</p><p>Two.</p>") == "Head\n\nOne.\n\nTwo.\n");
  CHECK(rendered("") == "");
}

TEST_CASE("List items stand on consecutive lines") {
  CHECK(rendered("<p>See:</p><ul><li>a</li><li>b</li></ul><p>End</p>") == "See:\n\n- a\n- b\n\nEnd\n");
}

TEST_CASE("Ordered lists keep their numbers") {
  CHECK(rendered("<ol><li>a</li><li>b<ul><li>x</li></ul></li><li>c</li></ol>") ==
        "1. a\n2. b\n  - x\n3. c\n");
  CHECK(rendered("<ol start=4><li>a</li><li value=9>b</li><li>c</li></ol>") == "4. a\n9. b\n10. c\n");
  CHECK(rendered("<ol start=no><li>a</li></ol>") == "1. a\n");
}

TEST_CASE("Nested lists are indented") {
  CHECK(rendered("<ul><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li><li>d</li></ul>") ==
        "- a\n  - b\n    - c\n- d\n");
}

TEST_CASE("Two lists in a row are two lists") {
  CHECK(rendered("<ul><li>a</li></ul><ul><li>b</li></ul>") == "- a\n\n- b\n");
}

TEST_CASE("An item of several paragraphs stays one item") {
  CHECK(rendered("<ul><li><p>a</p><p>more</p></li><li>b<br>c</li></ul>") == "- a\n  more\n- b\n  c\n");
}

TEST_CASE("Cards are no list items") {
  CHECK(rendered("<ul><li><h3>One</h3><p>a</p></li><li><h3>Two</h3><p>b</p></li></ul>") ==
        "One\n\na\n\nTwo\n\nb\n");
}

TEST_CASE("Table rows are lines with bars") {
  CHECK(rendered("<table><tr><th>Name<th>Age</tr><tr><td>Ann<br>Lee<td>30</tr></table>") ==
        "Name | Age\nAnn Lee | 30\n");
}

TEST_CASE("Columns of a table line up where a place is empty or spanned") {
  CHECK(rendered("<table><tr><th rowspan=2>Year<th colspan=2>Level<tr><td>low<td>high"
                 "<tr><td>1953<td><td>6</table>") == "Year | Level\n| low | high\n1953 | | 6\n");
  CHECK(rendered("<table><tr><th>Does<td><p>Reads.</p><ul><li>in feet<li>in metres</ul></table><p>b</p>") ==
        "Does | Reads. in feet in metres\n\nb\n");
}

TEST_CASE("Tables that lay the page out are paragraphs") {
  CHECK(rendered("<table><tr><td>menu<td>story</table>") == "menu\n\nstory\n");
}

TEST_CASE("Code is verbatim") {
  CHECK(rendered("<p>Run:</p><pre>if x:\n    y()\n</pre>") == "Run:\n\nif x:\n    y()\n");
}
