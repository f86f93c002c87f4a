#include "../finished_page.hpp"
#include "catch.hpp"
#include "page_texts.hpp"

using namespace clean_article;
using namespace clean_article::extract;

// Seen by what the rule on captions does with the number of a figure, which tells one in articles alone.
TEST_CASE("What is kept may be an article that nothing declares: prose, and little else") {
  const std::string line = "Figure 3: The mill";
  const auto goes = [&](const std::string& text) {
    return taken_by("caption-line", text + "<img src=a.jpg>" + p(line), 1) == Texts{line};
  };
  CHECK(goes(repeated(kProse, 6)));
  CHECK_FALSE(goes(repeated(kProse, 5)));
  CHECK(goes(repeated(kProse, 6) + repeated(p("A label"), 9)));
  CHECK_FALSE(goes(repeated(kProse, 6) + repeated(p("A label"), 15)));
}
