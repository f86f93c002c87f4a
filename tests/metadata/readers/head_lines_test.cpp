// Titles of texts without markup, and lines under titles.
#include "metadata/readers/head_lines.hpp"

#include "catch.hpp"
#include "read_page.hpp"

namespace clean_article::metadata {
namespace {

Metadata read_lines(const std::string& text) {
  html::Parser parser{Limits{}};
  const html::Document& document = parser.parse_lines(text);
  extract::Extractor extractor(site::Phrases::built_in());
  const extract::Extraction extraction = extractor.extract(document, extract::dump_scorer());
  return read_metadata(document, extraction, {"", "", {}, {}, {}, ""});
}

const std::string kText =
    "The mill had been silent for eleven years when the council sold it, and nobody in the village could say "
    "who had "
    "last turned the key in its door.\n"
    "Inside, the stones were still set to grind, with a handful of barley between them that the mice had "
    "never found.\n"
    "The new owners wanted flour, not a museum, and so they began with the roof, which took them the better "
    "part of a "
    "wet autumn.\n";

TEST_CASE("the title of a text without markup stands above its byline") {
  CHECK(read_lines("Home\nNews\nSubscribe\nThe mill that woke up\nBy Ines Farrow\n4 March 2024\n" + kText)
            .title.value == "The mill that woke up");
  CHECK(read_lines("Startseite\nKultur\nDie Mühle, die aufwachte\nVon Jette Brandt\n" + kText).title.value ==
        "Die Mühle, die aufwachte");
  CHECK(read_lines("Home › News › Villages\nThe mill that woke up\nThe old mill by night. Photo: T. Stone\n" +
                   kText)
            .title.value == "The mill that woke up");
}

TEST_CASE("a text that has nothing above it has no title") {
  CHECK_FALSE(read_lines(kText).title);
  CHECK_FALSE(read_lines("Home\nNews\n" + kText).title);
}

std::string page(const std::string& under_title, const std::string& head = "") {
  return "<html><head><title>The mill that woke up</title>" + head +
         "</head><body><h1>The mill that woke up</h1>" + under_title +
         "<p class=byline>By Ines Farrow</p><article>" + kBody + kBody + "</article></body></html>";
}

TEST_CASE("the line under the title is the description where none is declared") {
  const std::string line = "Eleven years after the last sack of flour the stones of the valley turn again.";
  for (const char* name : {"standfirst", "article-dek", "entry-subtitle", "chapo"}) {
    CAPTURE(name);
    CHECK(read(page("<p class=\"" + std::string(name) + "\">" + line + "</p>")).description.value == line);
  }
  const Metadata declared =
      read(page("<p class=standfirst>" + line + "</p>", "<meta name=description content='About a mill.'>"));
  CHECK(declared.description.value == "About a mill.");
  CHECK_FALSE(read(page("<p>4 March 2024</p>")).description);
  CHECK_FALSE(read(page("<p class=summary>The mill by night in winter. Photo: T. Stone</p>")).description);
}

}  // namespace
}  // namespace clean_article::metadata
