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

TEST_CASE("Between paragraphs it is text where the scorer takes it, under a picture never") {
  const std::string between = "<div>" + kProse + kSource + kProse + "</div>";
  CHECK(taken_by("byline", kArticle + between).empty());
  CHECK(joined_by("source-line", between, {"Source: DN"}, 0).size() == 2);
  const std::string under_picture = "<div>" + kProse + "<img src=a.jpg>" + kSource + "</div>";
  CHECK(taken_by("byline", kArticle + under_picture) == Texts{"Source: DN"});
  CHECK(taken_by("byline", kArticle + "<div>" + kProse + "</div><div>" + kSource + "</div>").empty());
}

TEST_CASE("No other rule takes a source for a link to more or for a credit") {
  const std::string source = "Источник: tsn.ua";
  CHECK(taken_by("read-more", kArticle + kProse + p(source), 0.1f).empty());
  CHECK(taken_by("caption-line", kArticle + kProse + p("Foto: DN/dpa"), 1).size() == 1);
  CHECK(taken_by("caption-line", kArticle + kProse + p("Fonte: DN/AFP"), 1).empty());
}

TEST_CASE("A source is a paragraph of ten words at the most, behind a kept one") {
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
  CHECK(kept("Source: DN", kProse + repeated(p("w"), 3) + p("Source: DN"), {"w"}));
  CHECK_FALSE(kept("Source: DN", kProse + repeated(p("w"), 4) + p("Source: DN"), {"w"}));
  CHECK_FALSE(kept("Source: DN", p("Source: DN")));
}

TEST_CASE("Behind a source stands no kept paragraph, and nothing that a rule took out is one") {
  const auto kept = [](const std::string& html, const Texts& left_out) {
    FinishedPage page("<div>" + html + "</div>");
    page.recognise_all().leave_out(left_out).leave_out({"Source: DN"}).run("source-line");
    return std::ranges::count(page.kept(), std::string("Source: DN")) == 1;
  };
  const std::string prose =
      "It was on the table in the hall of the mill, and he had to go to the shop for it.";
  CHECK(kept(kProse + kSource + p(prose), {prose}));
  CHECK_FALSE(kept(kProse + kSource + p(prose), {}));
  CHECK_FALSE(kept(kProse + kSource + kProse, {}));
  CHECK(kept(kProse + kSource + p("Thanks"), {}));
  CHECK(taken_by("byline", kArticle + "<div>" + kSource + "</div>") == Texts{"Source: DN"});
  CHECK(decided_by_rule("source-line", "<div>" + kProse + kSource + "</div>", {}).empty());
  FinishedPage unseen("<div>" + kProse + "<p class=sr-only>Source: DN</p></div>");
  CHECK(unseen.recognise_all().run_phases(Phase::kExclude, Phase::kKeep).gone() == Texts{"Source: DN"});
}

TEST_CASE("A picture behind text and source in one element is not between them") {
  const std::string text = "The tent has room for two and stands after five minutes.";
  FinishedPage page("<div>" + text + "<ul><li>x</li></ul>Source: DN<img src=a.jpg></div>");
  page.recognise_all().leave_out({"x", "Source: DN"}).run("source-line");
  CHECK(page.kept() == Texts{text, "Source: DN"});
}
