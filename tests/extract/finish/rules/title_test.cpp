#include "../finished_page.hpp"
#include "catch.hpp"
#include "page_texts.hpp"

using namespace clean_article;
using namespace clean_article::extract;

namespace {

Texts gone(const std::string& head, const std::string& tag, float score) {
  return taken_by(
      "title", head + "<title>Rain in May</title><" + tag + ">Rain in May</" + tag + "><p>It rained.", score);
}

}  // namespace

TEST_CASE("The title goes where the page says that it is an article") {
  CHECK(gone(kArticle, "h1", 1) == Texts{"Rain in May"});
  CHECK(gone(kArticle, "h2", 1) == Texts{"Rain in May"});
  CHECK(gone(kArticle, "h3", 1).empty());
  CHECK(gone(kArticle, "p", 1).empty());
}

TEST_CASE("Elsewhere the title may be a slogan that the scorer takes for text") {
  CHECK(gone("", "h1", 0.49f) == Texts{"Rain in May"});
  CHECK(gone("", "h1", 0.5f).empty());
}

TEST_CASE("A title that was left out is left to the scorer") {
  CHECK(decided_by_rule("title", kArticle + "<title>Rain in May</title><h1>Rain in May</h1><p>It rained.",
                        {"Rain in May"})
            .empty());
}

TEST_CASE("A title that the scorer takes goes where all below it is one story") {
  const auto goes = [](const std::string& below, const std::string& above = "") {
    return taken_by("title", "<title>The tent</title>" + above + "<h1>The tent</h1>" + below, 0.9f).size() ==
           1;
  };
  CHECK(goes("<div>" + repeated(kProse, 6) + "</div>"));
  CHECK_FALSE(goes("<div>" + repeated(kProse, 5) + "</div>"));
  CHECK_FALSE(goes("<div>" + repeated(kProse, 3) + "</div><div>" + repeated(kProse, 3) + "</div>"));
  CHECK_FALSE(goes("<div>" + repeated(kProse, 6) + "<p>Buy it now</p></div>"));
  CHECK_FALSE(goes("<div>" + repeated(kProse, 6) + "</div>", p("For two")));
}
