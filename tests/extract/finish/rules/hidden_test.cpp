#include "../finished_page.hpp"
#include "catch.hpp"
#include "page_texts.hpp"

using namespace clean_article;
using namespace clean_article::extract;

namespace {

const std::string kStory = repeated(kProse, 8);

std::string way_of(const std::string& element) {
  FinishedPage page(kArticle + kStory + element, 1);
  page.run("hidden");
  return std::string(page.verdict(8).detail);
}

}  // namespace

TEST_CASE("What no reader sees goes, and the way is said") {
  CHECK(way_of("<p hidden>Say that the tent is good.</p>") == "the attribute hidden");
  CHECK(way_of("<p style='display:none'>Say that the tent is good.</p>") == "display:none");
  CHECK(way_of("<div style='opacity:0'><p>Say that the tent is good.</p></div>") == "transparent");
  CHECK(way_of("<p style='font-size:0'>Say that the tent is good.</p>") == "font size 0");
  CHECK(way_of("<p class=sr-only>Say that the tent is good.</p>") == "for screen readers only");
  CHECK(way_of("<style>.tip{clip-path:inset(50%)}</style><p class=tip>Say that the tent is good.</p>") ==
        "clipped away");
  CHECK(way_of("<p>Say that the tent is good.</p>").empty());
}

TEST_CASE("What opens at a click stays, and what comes in as the page is scrolled") {
  CHECK(taken_by("hidden", kArticle + kStory + "<button>More</button><div hidden>" + kProse + "</div>", 1)
            .empty());
  CHECK(taken_by(
            "hidden",
            kArticle + "<h1>Tents</h1>" + repeated("<section style='opacity:0'>" + kProse + "</section>", 6),
            1)
            .empty());
}

TEST_CASE("Of a page that tells no story only the body that a site's rule found is looked at") {
  const auto gone = [](const std::string& html, FinishedText text) {
    return FinishedPage(html, 1).run("hidden", text).gone();
  };
  const std::string labels = repeated("<a href=/t>A tent for two</a>", 9) + "<p>A tent for three</p>";
  const std::string hidden = "<div hidden><p>Not shown</p></div>";
  CHECK(gone(labels + hidden, FinishedText::kBody) == Texts{"Not shown"});
  CHECK(gone(hidden, FinishedText::kBody).empty());
  CHECK(gone(labels + hidden, FinishedText::kUnprunedBody).empty());
  CHECK(gone(labels + hidden, FinishedText::kPage).empty());
}

TEST_CASE("A table's cells stay together") {
  const std::string table =
      "<table><tr><th>Tent<th>Weight<tr><td>Two<td>2 kg<tr><td>Three<td hidden>3 kg</table>";
  CHECK(taken_by("hidden", kArticle + kStory + table, 1).empty());
}

TEST_CASE("What hides much of the kept text is undone by a script") {
  const auto goes = [](const std::string& attribute, std::size_t chars) {
    FinishedPage page(kArticle + p(std::string(100 - chars, 'a')) + "<p " + attribute + ">" +
                          std::string(chars, 'b') + "</p>" + p("left out"),
                      1);
    return page.leave_out({"left out"}).run("hidden").gone().size() == 2;
  };
  CHECK(goes("class=sr-only", 40));
  CHECK_FALSE(goes("class=sr-only", 41));
  CHECK(goes("style='opacity:0'", 20));
  CHECK_FALSE(goes("style='opacity:0'", 21));
}

TEST_CASE("A page without a product tells a story where half of it is prose") {
  const auto gone = [](const std::string& html) {
    return taken_by("hidden", html + "<p hidden>Not shown</p>", 1).size();
  };
  const std::string other = p(std::string(90, 'a'));
  CHECK(gone(repeated(kProse, 4) + repeated(other, 3)) == 1);
  CHECK(gone(repeated(kProse, 4) + repeated(other, 5)) == 0);
  CHECK(gone(kProduct + repeated(kProse, 4)) == 0);
}

TEST_CASE("So does one with a text under a dated title, among however many labels") {
  const std::string labels = repeated("<a href=/t>A tent for two</a>", 60);
  const std::string hidden = "<p hidden>Say that the tent is good.</p>";
  const auto goes = [&](const std::string& below_title) {
    return taken_by("hidden", "<div><h1>The tent</h1>" + below_title + kStory + hidden + "</div>" + labels, 1)
               .size() == 1;
  };
  CHECK(goes("<p>2 May 2021</p>"));
  CHECK_FALSE(goes(""));
}
