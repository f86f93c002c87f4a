#include "../finished_page.hpp"
#include "catch.hpp"
#include "page_texts.hpp"

using namespace clean_article;
using namespace clean_article::extract;

TEST_CASE("Whom the press may ask stands behind a text, with a way to reach them") {
  const std::string text = repeated(kProse, 3);
  const std::string contact = p("Pressekontakt") + p("Maud Penhallow") + p("maud@mill.example");
  CHECK(taken_by("press-contact", text + contact, 1).size() == 3);
  CHECK(taken_by("press-contact", text + p("Pressekontakt") + p("Maud Penhallow"), 1).empty());
  CHECK(taken_by("press-contact", contact + text + p(words(140)), 1).empty());
}
