#include "../finished_page.hpp"
#include "catch.hpp"
#include "page_texts.hpp"

using namespace clean_article;
using namespace clean_article::extract;

namespace {

Texts left(const std::string& html) {
  return left_by("excerpt", html);
}

}  // namespace

TEST_CASE("An excerpt above the text it is taken from goes") {
  const std::string text = "It rained for most of the month, and the river rose by a metre in nine days.";
  const std::string more = "Nobody had expected that.";
  const auto page = [&](const std::string& excerpt) {
    return "<div>" + excerpt + "</div>" + p(text) + p(more);
  };
  const Texts body = {text, more};
  CHECK(left(page("It rained for most of the month, and the river ro […]")) == body);
  CHECK(left(page("It rained for most of the month, and the river…")) == body);
  CHECK(left(page("It rained for most of the month, and the ... Read more")) == body);
  CHECK(left(page(text + " Nobody had […]")) == body);
  CHECK(left(page(text + " […]")) == body);
  // Where the text itself is left out, the excerpt is all that tells it.
  CHECK(joined_by("excerpt", page(text + " […]"), {text}, 0).size() == 2);
}

TEST_CASE("Other lines with an ellipsis stay") {
  const std::string line = "It rained for most of the month, and then one day…";
  CHECK(left(p(line) + p("The sun came out.")).size() == 2);
  CHECK(left(p("It rained…") + p("It rained for most of the month.")).size() == 2);
  CHECK(left(p(line) + p(line)).size() == 2);  // teasers of another page
}

TEST_CASE("An excerpt is long enough, ends in its ellipsis, and stands near its text") {
  const auto goes = [](std::size_t bytes, const std::string& end, int between = 0) {
    const std::string text(bytes, 'a');
    return FinishedPage(p(text + end) + repeated(p("x"), between) + p(text + "b"))
               .run("excerpt")
               .gone()
               .size() == 1;
  };
  CHECK(goes(40, "…"));
  CHECK_FALSE(goes(39, "…"));
  CHECK(goes(40, "…" + std::string(37, 'c')));
  CHECK_FALSE(goes(40, "…" + std::string(38, 'c')));
  CHECK(goes(40, "…", 59));
  CHECK_FALSE(goes(40, "…", 60));
}

TEST_CASE("An excerpt runs over six blocks at the most") {
  const auto goes = [](int blocks) {
    const std::string line(20, 'a');
    std::string excerpt = line;
    for (int i = 1; i < blocks; ++i) excerpt += " " + line;
    return FinishedPage(p(excerpt + "…") + repeated(p(line), blocks)).run("excerpt").gone().size() == 1;
  };
  CHECK(goes(6));
  CHECK_FALSE(goes(7));
}

TEST_CASE("Code is no excerpt") {
  const std::string text(50, 'a');
  CHECK(taken_by("excerpt", "<pre>" + text + "…</pre>" + p(text), 1).empty());
}

TEST_CASE("A text that ends in an ellipsis itself is the source of an excerpt that runs on into it alone") {
  const std::string text = "It rained for most of the month, and the river rose by a metre in nine days.";
  const std::string more = "Nobody had expected that…";
  CHECK(left(p(text + " Nobody had […]") + p(text) + p(more)) == Texts{text, more});
  CHECK(left(p(text + " […]") + p(text + " And so on…")).size() == 2);
}

TEST_CASE("Breaks, brackets and dots make no difference between an excerpt and its text") {
  const std::string text = p("It rained for most of the month, and the river rose by a metre.");
  for (const std::string excerpt :
       {"It rained for most<br>of the month, and the river (…)",
        "It rained for most of the month, and the river....", "It rained for most of the month, and the<br>…",
        "It rained for most of the month, and the river [...]"}) {
    CAPTURE(excerpt);
    CHECK(left(p(excerpt) + text).size() == 1);
  }
  CHECK(left(p("It rained for most-of the month, and the river…") + text).size() == 2);
  CHECK(left(p("It rained for most of the month, and the-river…") + text).size() == 2);
}

TEST_CASE("An excerpt that is left out stays as it was decided, and its text is no later excerpt's") {
  const std::string text(50, 'a');
  FinishedPage page(p(text + "…") + p(text));
  CHECK(page.leave_out({text + "…"}).run("excerpt").verdict(0).step == Step::kScorer);
}
