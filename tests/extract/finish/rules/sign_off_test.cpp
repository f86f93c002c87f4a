#include "../finished_page.hpp"
#include "catch.hpp"
#include "page_texts.hpp"

using namespace clean_article;
using namespace clean_article::extract;

TEST_CASE("The mark of agency or author is the last line of a text") {
  CHECK(taken_by("sign-off", kArticle + kProse + p("(sda)"), 1) == Texts{"(sda)"});
  CHECK(taken_by("sign-off", kArticle + kProse + p("dpa"), 1) == Texts{"dpa"});
  CHECK(taken_by("sign-off", kArticle + kProse + p("(sda)") + kProse, 1).empty());
  CHECK(taken_by("sign-off", kProse + p("(sda)"), 1) == Texts{"(sda)"});
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
  CHECK(gone("(sda)", "<ul><li>(sda)</li></ul>").empty());
  CHECK(gone("(sda)", p("(sda)") + p("Thanks.")).empty());
}

TEST_CASE("Names and initials go, which no list knows") {
  const auto is_gone = [](const std::string& line) {
    return taken_by("sign-off", kProse + p(line), 1) == Texts{line};
  };
  for (const std::string line : {"(jg)", "(Maud Penhallow)", "(dr/spot)", "LK", "Maud Penhallow",
                                 "Jan O’Neill", "Penhallow/Nance", "Алла Ильина", "(one two three four)"}) {
    CAPTURE(line);
    CHECK(is_gone(line));
  }
  for (const std::string line :
       {"(one two three four five)", "(jg) and (lk)", "Maud penhallow", "Maud Penhallow.",
        "Maud Rose Ann Penhallow", "Room 3", "(Source: DN)", "made by hand"}) {
    CAPTURE(line);
    CHECK_FALSE(is_gone(line));
  }
}

TEST_CASE("A name closes a text under a paragraph of twelve words") {
  CHECK(taken_by("sign-off", p(words(12)) + p("Maud Penhallow"), 1).size() == 1);
  CHECK(taken_by("sign-off", p(words(11)) + p("Maud Penhallow"), 1).empty());
  CHECK(taken_by("sign-off", "<h3>" + words(12) + "</h3>" + p("Maud Penhallow"), 1).empty());
}

TEST_CASE("A name has capitals, hyphens, apostrophes and initials, and a bracket opens") {
  const auto is_gone = [](const std::string& line) {
    return taken_by("sign-off", kProse + p(line), 1) == Texts{line};
  };
  for (const std::string line : {"Anne-Marie Penhallow", "Jan O'Neill", "J. Penhallow", "Maud Rose Nance"}) {
    CAPTURE(line);
    CHECK(is_gone(line));
  }
  for (const std::string line : {"jg)", "(jg", "(jg) lk", "Maud_Penhallow", "Maud, Nance", "Ma2d"}) {
    CAPTURE(line);
    CHECK_FALSE(is_gone(line));
  }
}

TEST_CASE("Without kept text nothing is signed") {
  CHECK(decided_by_rule("sign-off", kProse + p("(jg)"), {"(jg)"}, 1).empty());
  FinishedPage page(kProse + p("(jg)"), 1);
  CHECK(page.leave_out_all().run("sign-off").decided().empty());
}
