#include "../finished_page.hpp"
#include "catch.hpp"
#include "page_texts.hpp"

using namespace clean_article;
using namespace clean_article::extract;

TEST_CASE("A page may be shown in what is named an overlay") {
  const auto overlay_of = [](std::size_t letters) {
    return p(std::string(100 - letters, 'a')) + "<div class='cookie-banner'>" + p(std::string(letters, 'b')) +
           "</div>";
  };
  CHECK(taken_by("overlay", overlay_of(69)).size() == 1);
  CHECK(taken_by("overlay", overlay_of(71)).empty());
}

TEST_CASE("Of elements of a name in each other the outermost that is small enough goes") {
  const std::string inner = "<div class='cookie-banner'>" + p("ok") + "</div>";
  const std::string outer = "<div class='cookie-banner'>" + p(std::string(80, 'a')) + inner + "</div>";
  CHECK(taken_by("overlay", outer + p("text")) == Texts{"ok"});
}
