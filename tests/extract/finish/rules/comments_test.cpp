#include "../finished_page.hpp"
#include "catch.hpp"
#include "page_texts.hpp"

using namespace clean_article;
using namespace clean_article::extract;

namespace {

const std::string kRemark =
    "Mine has been in the fridge since Christmas, and it came back on the second feed.";

// What is kept of a page of which nothing was chosen.
Texts comments_of(const std::string& html, const std::string& byline = "") {
  return FinishedPage(html)
      .leave_out_all()
      .recognise(byline, site::PhraseClass::kByline)
      .run("comments")
      .kept();
}
Texts among(const std::string& html) {
  return comments_of("<div id=comments>" + html + "</div>");
}

}  // namespace

TEST_CASE("What readers wrote is kept, whoever and whenever is not") {
  const std::string comment =
      "<li class=comment><b>Ann</b><p>2 May 2021 at noon or a little later, posted</p><p>" + kRemark +
      "</p><p>Thanks!</p><button>Reply to what Ann wrote about her starter</button>";
  CHECK(comments_of("<p>Text.</p><ol class=comment-list>" + comment + "</ol>",
                    "2 May 2021 at noon or a little later, posted") == Texts{kRemark, "Thanks!"});
}

TEST_CASE("Forms, headings, links and what is hidden are no comments") {
  CHECK(among("<form><p>" + kRemark + "</p></form>").empty());
  CHECK(among("<h3>" + kRemark + "</h3>").empty());
  CHECK(among("<p><a href=x>" + kRemark + "</a></p>").empty());
  CHECK(among("<p hidden>" + kRemark + "</p>").empty());
  CHECK(among("<p>" + kRemark + "</p>") == Texts{kRemark});
}

TEST_CASE("A comment is half link at most, has eight words or ends as a sentence") {
  const auto linked = [](std::size_t letters) {
    return p("<a href=x>" + std::string(letters, 'a') + "</a> " + std::string(99 - letters, 'b') + ".");
  };
  CHECK(among(linked(49)).size() == 1);
  CHECK(among(linked(52)).empty());
  CHECK(among(p(words(8))).size() == 1);
  CHECK(among(p(words(7))).empty());
  CHECK(among(p(words(2) + ".")).size() == 1);
}

TEST_CASE("What stands near furniture of a comment is no comment") {
  CHECK(among("<form>" + nested(p(kRemark), 1) + "</form>").empty());
  CHECK(among("<form>" + nested(p(kRemark), 2) + "</form>").size() == 1);
}

TEST_CASE("Text that stands elsewhere is left to the scorer") {
  CHECK(comments_of("<div class=sidebar><p>" + kRemark + "</p></div>").empty());
}

TEST_CASE("Comments that were asked for are kept though they look like remarks, on a page and in a body") {
  const std::string page = kQuestion + p("Turn the key to the left.") + "<ul class=comments><li><p>" +
                           kRemark + "</p><p>Maud, 17 May 2024</p></li></ul>";
  for (const FinishedText text : {FinishedText::kPage, FinishedText::kBody}) {
    CHECK(FinishedPage(page, 0.9f).run_phases(Phase::kDrop, Phase::kDrop, {}, text).kept().size() == 1);
    CHECK(FinishedPage(page, 0.9f).run_phases(Phase::kDrop, Phase::kRestore, {}, text).kept() ==
          Texts{"Turn the key to the left.", kRemark});
  }
}

TEST_CASE("Readers write paragraphs, items, definitions and code, no cells, and with words") {
  CHECK(among("<ul><li>" + kRemark + "</li></ul>").size() == 1);
  CHECK(among("<dl><dd>" + kRemark + "</dd></dl>").size() == 1);
  CHECK(among("<dl><dt>" + kRemark + "</dt></dl>").empty());
  CHECK(among("<pre>" + kRemark + "</pre>").size() == 1);
  CHECK(among("<table><tr><td>" + kRemark + "<td>" + kRemark + "</table>").empty());
  CHECK(among(p("!!!")).empty());
}

TEST_CASE("What other rules took out is no comment, and what is kept stays as it was decided") {
  FinishedPage page(p(kRemark) + p(kRemark), 0.1f);
  CHECK(page.run_phases(Phase::kDrop, Phase::kRestore).kept().size() == 1);
  FinishedPage kept("<div id=comments>" + p(kRemark) + "</div>");
  CHECK(kept.run("comments").verdict(0).step == Step::kScorer);
}
