#include "../finished_page.hpp"
#include "catch.hpp"
#include "page_texts.hpp"

using namespace clean_article;
using namespace clean_article::extract;

namespace {

Texts gone(const std::string& html) {
  return taken_by("references", p("text") + html, 1);
}

}  // namespace

TEST_CASE("Items of what is named a list of references go") {
  CHECK(gone("<ol class=references><li>A. Author, A Book.</ol>") == Texts{"A. Author, A Book."});
  CHECK(gone("<div class=references><p>A. Author, A Book.</p></div>").empty());
  CHECK(gone("<ol><li>A. Author, A Book.</ol>").empty());
}

TEST_CASE("A list of references is near its name") {
  const std::string list = "<ol><li>A. Author, A Book.</ol>";
  CHECK(gone("<div class=references>" + nested(list, 6) + "</div>").size() == 1);
  CHECK(gone("<div class=references>" + nested(list, 7) + "</div>").empty());
}
