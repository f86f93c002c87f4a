#include <algorithm>

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

TEST_CASE("A source is a paragraph of ten words at the most, right behind a kept one") {
  const auto kept = [](const std::string& source, const std::string& html, const Texts& left_out = {}) {
    Texts gone = left_out;
    gone.push_back(source);
    const Texts kept = FinishedPage("<div>" + html + "</div>")
                           .recognise(source, site::PhraseClass::kSourceLine)
                           .leave_out(gone)
                           .run("source-line")
                           .kept();
    return std::ranges::count(kept, source) == 1;
  };
  CHECK(kept(words(10), kProse + p(words(10))));
  CHECK_FALSE(kept(words(11), kProse + p(words(11))));
  CHECK_FALSE(kept("Source: DN", kProse + "<h3>Source: DN</h3>"));
  CHECK_FALSE(kept("Source: DN", "<h3>The mill</h3>" + p("Source: DN")));
  CHECK_FALSE(kept("Source: DN", kProse + p("x") + p("Source: DN"), {"x"}));
  CHECK_FALSE(kept("Source: DN", p("Source: DN")));
}
