#include "../finished_page.hpp"
#include "catch.hpp"
#include "page_texts.hpp"

using namespace clean_article;
using namespace clean_article::extract;

TEST_CASE("The mark of agency or author is the last line of an article") {
  CHECK(taken_by("sign-off", kArticle + kProse + p("(sda)"), 1) == Texts{"(sda)"});
  CHECK(taken_by("sign-off", kArticle + kProse + p("dpa"), 1) == Texts{"dpa"});
  CHECK(taken_by("sign-off", kArticle + kProse + p("(sda)") + kProse, 1).empty());
  CHECK(taken_by("sign-off", kProse + p("(sda)"), 1).empty());
  CHECK(taken_by("sign-off", kArticle + p("(sda)"), 1).empty());
}

TEST_CASE("A mark at the end is short, a paragraph, and what its list knows") {
  const auto gone = [](const std::string& last, const std::string& html) {
    return FinishedPage(kArticle + kProse + html)
        .recognise(last, site::PhraseClass::kSignOff)
        .run("sign-off")
        .gone();
  };
  CHECK(gone(words(5), p(words(5))) == Texts{words(5)});
  CHECK(gone(words(6), p(words(6))).empty());
  CHECK(gone("(sda)", "<ul><li>(sda)</li></ul>").empty());
  CHECK(gone("(sda)", p("(sda)") + p("Thanks.")).empty());
}
