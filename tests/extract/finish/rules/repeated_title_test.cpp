#include "../finished_page.hpp"
#include "catch.hpp"
#include "page_texts.hpp"

using namespace clean_article;
using namespace clean_article::extract;

namespace {

bool goes(const std::string& head, const std::string& title, const std::string& heading, float score) {
  return !taken_by(
              "repeated-title",
              head + "<title>" + title + "</title><h1>Another</h1><h3>" + heading + "</h3>" + p("It rained."),
              score)
              .empty();
}

}  // namespace

TEST_CASE("Headings that repeat the title go, in a thread whatever they score") {
  const std::string title = words(4);
  CHECK(goes(kThread, title, title, 1));
  CHECK(goes(kArticle, title, title, 0.79f));
  CHECK_FALSE(goes(kArticle, title, title, 0.8f));
  CHECK_FALSE(goes("", title, title, 0));
}

TEST_CASE("A heading repeats the title with 85 of 100 words, four at least") {
  CHECK_FALSE(goes(kThread, words(3), words(3), 0));
  CHECK(goes(kThread, words(20), words(17) + " and then some", 0));
  CHECK_FALSE(goes(kThread, words(20), words(16) + " and then some", 0));
}

TEST_CASE("Only a kept heading repeats the title") {
  const std::string head = kThread + "<title>" + words(4) + "</title><h1>Another</h1>";
  CHECK(taken_by("repeated-title", head + p(words(4)) + p("It rained."), 0).empty());
  CHECK(decided_by_rule("repeated-title", head + "<h3>" + words(4) + "</h3>", {words(4)}).empty());
}
