#include "../finished_page.hpp"
#include "catch.hpp"
#include "page_texts.hpp"

using namespace clean_article;
using namespace clean_article::extract;

TEST_CASE("Dialogs go where the scorer finds them unlikely and the page is no article") {
  for (const std::string dialog :
       {"<div class=modal>Choose a country</div>", "<div role=dialog>Choose a country</div>"}) {
    CAPTURE(dialog);
    CHECK(taken_by("dialog", kProse + dialog, 0.5f) == Texts{"Choose a country"});
    CHECK(taken_by("dialog", kProse + dialog, 0.51f).empty());
    CHECK(taken_by("dialog", kArticle + kProse + dialog, 0.5f).empty());
  }
}

TEST_CASE("The best block of a dialog speaks for it") {
  FinishedPage page(kProse + "<div class=modal><p>Ok</p><p>Choose a country</p></div>", 0.1f);
  page.judge("Choose a country", 0.6f, true);
  CHECK(page.run("dialog").gone().empty());
}
