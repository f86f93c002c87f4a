#include "../finished_page.hpp"
#include "catch.hpp"
#include "page_texts.hpp"

using namespace clean_article;
using namespace clean_article::extract;

namespace {

Texts gone(const std::string& html) {
  return taken_by("infobox", p("text") + html, 1);
}

}  // namespace

TEST_CASE("A table or aside that is named an infobox goes, a box of that name does not") {
  CHECK(gone("<table class=infobox><tr><td>Height<td>31 m</table>") == Texts{"Height", "31 m"});
  CHECK(gone("<aside class=infobox><p>31 m</p></aside>") == Texts{"31 m"});
  CHECK(gone("<div class=infobox><p>Works offline</p></div>").empty());
  CHECK(gone("<aside><p>31 m</p></aside>").empty());
}

TEST_CASE("An infobox ends eight elements within") {
  CHECK(gone("<aside class=infobox>" + nested(p("31 m"), 7) + "</aside>").size() == 1);
  CHECK(gone("<aside class=infobox>" + nested(p("31 m"), 8) + "</aside>").empty());
  CHECK(gone("<aside><div class=infobox>" + nested(p("31 m"), 7) + "</div></aside>").empty());
  CHECK(gone("<div class=infobox><aside>" + nested(p("31 m"), 7) + "</aside></div>").empty());
  CHECK(gone("<aside><div class=infobox>" + nested(p("31 m"), 6) + "</div></aside>").size() == 1);
  const auto table = [](int levels) {
    return "<table class=infobox><tr><td>" + nested(p("31 m"), levels) + "</td></tr></table>";
  };
  CHECK(gone(table(4)).size() == 1);  // row, body and cell are three
  CHECK(gone(table(5)).empty());
}

TEST_CASE("What was left out of an infobox is left to the scorer") {
  CHECK(decided_by_rule("infobox", p("text") + "<aside class=infobox><p>31 m</p></aside>", {"31 m"}).empty());
}
