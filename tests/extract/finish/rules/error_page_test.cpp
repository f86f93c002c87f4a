#include "../finished_page.hpp"
#include "catch.hpp"
#include "page_texts.hpp"

using namespace clean_article;
using namespace clean_article::extract;

TEST_CASE("A page titled \"not found\" that says little is an error page") {
  const std::string title = "<title>404 Not Found</title>";
  CHECK(taken_by("error-page", title + p(words(120)), 1).size() == 1);
  CHECK(taken_by("error-page", title + p(words(121)), 1).empty());
  CHECK(taken_by("error-page", "<title>Lost</title>" + p(words(120)), 1).empty());
}

TEST_CASE("What is not kept does not make an error page longer") {
  FinishedPage page("<title>404 Not Found</title>" + p("Gone.") + p(words(121)), 1);
  CHECK(page.leave_out({words(121)}).run("error-page").kept().empty());
  CHECK(page.verdict(1).step == Step::kScorer);
}
