// The body of a text dump: which lines are kept.
#include "extract/scorer/dump_scorer.hpp"

#include <string>
#include <vector>

#include "catch.hpp"
#include "extract/extract.hpp"
#include "html/html.hpp"

namespace {

using clean_article::extract::dump_scorer;
using clean_article::extract::Extraction;
using clean_article::extract::Extractor;

// The lines that are kept.
std::vector<std::string> kept(const std::string& dump) {
  clean_article::html::Parser parser{clean_article::Limits{}};
  Extractor extractor(clean_article::site::Phrases::built_in());
  const Extraction extraction = extractor.extract(parser.parse_lines(dump), dump_scorer());
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < extraction.verdicts->size(); ++i) {
    const auto& verdict = (*extraction.verdicts)[i];
    CHECK(verdict.score >= 0);
    CHECK(verdict.score <= 1);
    if (verdict.kept) lines.emplace_back(extraction.page->text_of(extraction.page->blocks[i]));
  }
  return lines;
}

using Lines = std::vector<std::string>;

const std::string kFirst =
    "The ferry has been stuck in the ice since Monday, and the crew has run out of playing cards.";
const std::string kSecond =
    "A tug is on its way from the south, but it will need two days, the harbour master said on Tuesday.";
const std::string kThird =
    "Until then the passengers are fed by helicopter, which some of them described as the best part.";
const std::string kTeaser = "The council will vote on Monday on whether the bridge may be painted green.";

}  // namespace

TEST_CASE("lines around the body go") {
  CHECK(kept("Menu\nSearch\nHome\nTRENDING NOW | Beavers flood bike path\nFerry stuck in the ice\n" + kFirst +
             "\n" + kSecond + "\nShare\nRead More\nBeavers flood bike path\n©2023 The Courier\n") ==
        Lines{kFirst, kSecond});
}

TEST_CASE("short lines inside the body stay, known phrases there go") {
  CHECK(kept(kFirst + "\nHelp from the south\n" + kSecond + "\nRead more: Beavers flood bike path\n" +
             "Advertisement\nBread\nSoup\n" + kThird + "\n") ==
        Lines{kFirst, "Help from the south", kSecond, "Bread", "Soup", kThird});
}

TEST_CASE("of several runs of prose the main one is kept") {
  CHECK(kept(kFirst + "\n" + kSecond + "\n" + kThird + "\nRelated stories\nA green bridge\n" + kTeaser +
             "\nMore from Culture\nThe last telephone\n" + kTeaser + "\n") == Lines{kFirst, kSecond, kThird});
}

TEST_CASE("a dek before the byline goes, an opening paragraph without one stays") {
  CHECK(kept("Ferry stuck\n" + kTeaser + "\nBy Jane van Doe\n" + kFirst + "\n" + kSecond + "\n") ==
        Lines{kFirst, kSecond});
  CHECK(kept("Menu\nSearch\n" + kTeaser + "\n" + kFirst + "\n" + kSecond + "\n") ==
        Lines{kTeaser, kFirst, kSecond});
}

TEST_CASE("a short sentence right above the body opens it, a title does not") {
  for (const std::string line : {"The ferry has run aground.", "The ferry ran aground today"}) {
    const bool opens = line.ends_with('.');
    const Lines body{kFirst, kSecond};
    const Lines whole{line, kFirst, kSecond};
    CHECK(kept("Menu\n" + line + "\n" + kFirst + "\n" + kSecond + "\n") == (opens ? whole : body));
  }
  CHECK(kept("Menu\nThe ferry ran aground.\n" + kFirst + "\n") == Lines{kFirst});
}

TEST_CASE("a dump without prose has no article") {
  CHECK(kept("").empty());
  CHECK(kept("Menu\nSearch\nHome\nLog in\nSubscribe\n© 2024 The Courier\n").empty());
}

TEST_CASE("prose in scripts without spaces is prose") {
  const std::string japanese =
      "フェリーは月曜日から氷に閉じ込められており、乗組員はトランプにも飽きたと話している。";
  const std::string more =
      "港湾局の責任者によると、南から救助船が向かっているが、到着までに二日はかかる見込みだという。";
  CHECK(kept("メニュー\nホーム\n検索\n" + japanese + "\n" + more + "\n関連記事\n") == Lines{japanese, more});
}
