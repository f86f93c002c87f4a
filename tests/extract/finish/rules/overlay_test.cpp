#include "../finished_page.hpp"
#include "catch.hpp"
#include "page_texts.hpp"

using namespace clean_article;
using namespace clean_article::extract;

TEST_CASE("Overlays go by the names that their makers give them, whatever they score") {
  const std::string overlay = "<div id='onetrust-consent-sdk'><p>We value your privacy</p></div>";
  const Texts gone{"We value your privacy"};
  CHECK(taken_by("overlay", kProse + overlay, 1) == gone);
  CHECK(taken_by("overlay", kArticle + kProse + overlay, 1) == gone);
  CHECK(taken_by("overlay", kProse + "<div id=privacy><p>We value your privacy</p></div>", 1).empty());
}
