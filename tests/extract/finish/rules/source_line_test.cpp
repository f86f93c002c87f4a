#include "../finished_page.hpp"
#include "catch.hpp"
#include "page_texts.hpp"

using namespace clean_article;
using namespace clean_article::extract;

namespace {

const std::string kSource = "<p>Source: DN</p>";

}  // namespace

TEST_CASE("Where a text ends with its source, that is text, whatever the scorer says") {
  FinishedPage page("<div>" + kProse + kSource + "</div>");
  CHECK(page.recognise_all().leave_out({"Source: DN"}).run("source-line").gone().empty());
  CHECK(taken_by("byline", kArticle + "<div>" + kProse + kSource + "</div>").empty());
}

TEST_CASE("Above other paragraphs, alone or under a picture it is no part of the text") {
  for (const std::string& html :
       {"<div>" + kProse + kSource + kProse + "</div>", "<div>" + kProse + "</div><div>" + kSource + "</div>",
        "<div>" + kProse + "<img src=a.jpg>" + kSource + "</div>"}) {
    CAPTURE(html);
    CHECK(taken_by("byline", kArticle + html) == Texts{"Source: DN"});
  }
}
