#include "../finished_page.hpp"
#include "catch.hpp"
#include "page_texts.hpp"

using namespace clean_article;
using namespace clean_article::extract;

namespace {

Texts gone(const std::string& line) {
  return taken_by("title-with-byline", "<title>Rain in May</title>" + line + p("It rained."), 1);
}

}  // namespace

TEST_CASE("Title and byline in one paragraph go together") {
  CHECK(gone("<p>Rain in May<br>By A. Author, 3 May 2006</p>").size() == 1);
  CHECK(gone("<p>Rain in May<br>By A. Author</p>").empty());
  CHECK(gone("<h1>Rain in May, 3 May 2006</h1>").empty());
}

TEST_CASE("A paragraph with the title is text from some length on") {
  const auto title = [](const std::string& text) {
    return "<meta property='og:title' content='" + text + "'><title>" + text + "</title>" +
           p(text + "<br>3 May 2006");
  };
  const std::string short_enough = words(36);
  const std::string too_long = words(37);  // with the date forty
  CHECK(taken_by("title-with-byline", title(short_enough) + p("It rained."), 1).size() == 1);
  CHECK(taken_by("title-with-byline", title(too_long) + p("It rained."), 1).empty());
}
