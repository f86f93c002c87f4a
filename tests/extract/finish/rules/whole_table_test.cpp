#include <random>

#include "../finished_page.hpp"
#include "catch.hpp"
#include "page_texts.hpp"

using namespace clean_article;
using namespace clean_article::extract;

namespace {

const std::string kTable =
    "<table><tr><th>Date<th>Home<th><th>Away<tr><td>3 May<td>Kesby<td>2-1<td>Torrin</table>";
const std::string kCaptioned = "<table><caption>Results</caption><tr><th>Date<td>3 May</table>";

std::size_t kept_of(const std::string& html, const Texts& left_out, float score) {
  return FinishedPage(html, score).leave_out(left_out).run_phases(Phase::kKeep, Phase::kDrop).kept().size();
}

}  // namespace

TEST_CASE("A table of which a tenth of the words was chosen is kept whole, another one goes") {
  CHECK(kept_of(kTable, {"Date", "Home"}, 0.1f) == 7);
  CHECK(kept_of(kTable, {"Date", "Home", "Away", "3 May", "Kesby", "2-1"}, 0.1f) == 7);
  CHECK(kept_of("<table><tr><th>a<th>" + words(9) + "</table>", {words(9)}, 0.1f) == 2);
  CHECK(kept_of("<table><tr><th>a<th>" + words(10) + "</table>", {words(10)}, 0.1f) == 0);
  CHECK(FinishedPage(kTable, 0.1f).leave_out({"Date"}).run("whole-table").verdict(0).reason ==
        "of a kept table");
}

TEST_CASE("A table that was not chosen is kept for its score and for kept text around it, with its caption") {
  const Texts table = {"Results", "Date", "3 May"};
  CHECK(joined_by("whole-table", kCaptioned, table, 0.59f).empty());
  CHECK(joined_by("whole-table", kCaptioned, table, 0.61f).size() == 3);
  const std::string between = "<div><p>a</p>" + kCaptioned + "<p>b</p></div>";
  CHECK(joined_by("whole-table", between, table, 0.46f).size() == 5);
  CHECK(joined_by("whole-table", between, table, 0.44f).size() == 2);
  CHECK(joined_by("whole-table", "<div><p>a</p>" + kCaptioned + "</div>", table, 0.51f).size() == 4);
  CHECK(joined_by("whole-table", "<div><p>a</p>" + kCaptioned + "</div>", table, 0.49f).size() == 1);
  // Any of the three blocks next to it will do.
  Texts others = table;
  others.push_back("x");
  const auto kept = [&](const std::string& html) {
    return joined_by("whole-table", "<div>" + html + "</div>", others, 0.51f).size() == 4;
  };
  CHECK(kept(kCaptioned + "<p>a</p><p>x</p>"));
  CHECK(kept(kCaptioned + "<p>x</p><p>x</p><p>a</p>"));
  CHECK_FALSE(kept(kCaptioned + "<p>x</p><p>x</p><p>x</p><p>a</p>"));
  CHECK(kept("<p>a</p><p>x</p><p>x</p>" + kCaptioned));
  CHECK(kept("<p>x</p><p>x</p><p>a</p>" + kCaptioned));
  CHECK_FALSE(kept("<p>a</p><p>x</p><p>x</p><p>x</p>" + kCaptioned));
  // Wrappers that hold nothing else count for nothing, up to three.
  CHECK(kept("<p>a</p>" + nested(kCaptioned, 3)));
  CHECK_FALSE(kept("<p>a</p>" + nested(kCaptioned, 4)));
}

TEST_CASE("What is never content stays out of a kept table") {
  const std::string page =
      kProse +
      "<table><tr><th>Year<th>Level<tr><td><p class=sr-only>19530131<p>31 January 1953<td>6.1 m</table>";
  FinishedPage finished(page, 0.4f);
  CHECK(finished.leave_out({"Year"}).run_phases(Phase::kExclude, Phase::kDrop).gone() == Texts{"19530131"});
}

TEST_CASE("No rule drops a single cell, and the caption of a table stays with it") {
  const std::string page = kArticle + kProse + "<figure>" + kCaptioned + "</figure>";
  CHECK(FinishedPage(page, 0.9f)
            .recognise("Date", site::PhraseClass::kShare)
            .run_phases(Phase::kKeep, Phase::kDrop)
            .gone()
            .empty());
  CHECK(taken_by("infobox", "<table class=infobox><tr><th>Date<td>3 May</table>") == Texts{"Date", "3 May"});
}

TEST_CASE("Whatever is judged, no table is torn") {
  const std::string table =
      "<div class=infobox><figure class=sidebar><table><tr><th>By Ann Lee<th>Home<th><th><p>Away<p>Read more"
      "<tr><td>3 May<td><ul><li>Kesby<li>Odle</ul><td>the tent has room for two and stands<td><a "
      "href=/>Download"
      "</a></table></figure></div>";
  const std::string html =
      kArticle + "<h1>Rain</h1>" + kProse + table + kProse + "<h2>More</h2>" + table + table;
  std::mt19937 random(1);
  const auto chance = [&] { return static_cast<float>(random() % 1'000) / 1'000; };
  for (int round = 0; round < 100; ++round) {
    FinishedPage page(html);
    for (const Block& block : page.blocks().blocks) {
      const std::string text(page.blocks().text_of(block));
      page.judge(text, chance(), chance() < 0.5f);
      if (chance() < 0.2f) page.recognise(text, site::PhraseClass::kShare);
    }
    page.run_phases(Phase::kKeep, Phase::kDrop);
    for (const Table& t : page.blocks().tables) {
      const Element& e = page.blocks().elements[t.element];
      for (std::uint32_t i = e.first_block; i < e.end_block; ++i)
        REQUIRE(page.verdict(i).kept == page.verdict(e.first_block).kept);
    }
  }
}

TEST_CASE("Of a kept table only what was left out is decided about") {
  CHECK(FinishedPage(kTable, 0.1f).leave_out({"Date"}).run("whole-table").decided() == Texts{"Date"});
}

TEST_CASE("Kept text beside a table within one wrapper is not what stands outside of it") {
  const auto kept = [](const std::string& html) {
    return joined_by("whole-table", "<div>" + html + "</div>", {"Results", "Date", "3 May", "x"}, 0.51f)
               .size() == 4;
  };
  CHECK_FALSE(kept("<p>a</p><div>" + kCaptioned + "<p>x</p></div>"));
  CHECK_FALSE(kept("<div><p>x</p>" + kCaptioned + "</div><p>a</p>"));
}

TEST_CASE("A table of which most is never content is none") {
  const auto left = [](int hidden) {
    FinishedPage page(kProse + "<table><tr><th>Year<th>Level<tr><td><p class=sr-only>" + words(hidden) +
                          "</p><p>1953</p><td>high</table>",
                      0.9f);
    page.leave_out({"Year", "Level", "1953", "high"}).run_phases(Phase::kExclude, Phase::kKeep);
    return page.kept().size();
  };
  CHECK(left(4) == 5);
  CHECK(left(5) == 1);
}
