// Titles among headings, and the site's name beside them.
#include "catch.hpp"
#include "read_page.hpp"

namespace clean_article::metadata {
namespace {

Metadata page(const std::string& title, const std::string& above, const std::string& head = "",
              std::string_view url = "https://www.example.org/a/3121") {
  return read("<!doctype html><html lang=en><head><title>" + title + "</title>" + head + "</head><body>" +
                  above + "<article>" + kBody + "</article></body></html>",
              url);
}

TEST_CASE("The site's name in a heading is no title where another heading is the rest of the page's") {
  const Metadata m =
      page("Stalls when hot - Loafers' Forum", "<h1>Loafers' Forum</h1><h3>Stalls when hot</h3>");
  CHECK(m.title.value == "Stalls when hot");
  CHECK(m.sitename.value == "Loafers' Forum");
}

TEST_CASE("A kicker that opens a heading is no part of its title") {
  const std::string article = "<meta property='og:type' content=article>";
  const std::string heading = "<h1><span>Baking</span> <span>Why bread rises</span></h1>";
  CHECK(page("Why bread rises - Loaf Weekly", heading, article).title.value == "Why bread rises");
  CHECK(page("Baking: Why bread rises", heading, article).title.value == "Baking Why bread rises");
}

TEST_CASE("A heading below the first is the title where the page's title ends with it") {
  const Metadata m = page("Loaf Weekly - Why bread rises", "<h2>Why bread rises</h2>");
  CHECK(m.title.value == "Why bread rises");
  CHECK(m.sitename.value == "Loaf Weekly");
}

TEST_CASE("A heading between a remark and the site's name is the title") {
  CHECK(page("Print: Why bread rises - Loaf Weekly", "<h1>Why bread rises</h1>").title.value ==
        "Why bread rises");
}

TEST_CASE("What heading and page title both say goes before its beginning") {
  const std::string head = "<meta property='og:title' content='Wood ovens'>";
  CHECK(page("Wood ovens in Dunmere | Loaf &amp; Sons", "<h1>Wood ovens in Dunmere</h1>", head).title.value ==
        "Wood ovens in Dunmere");
  CHECK(page("Wood stoves | Loaf &amp; Sons", "<h1>Wood ovens in Dunmere</h1>", head).title.value ==
        "Wood ovens");
}

TEST_CASE("The page's title names the site where nothing declares it") {
  CHECK(page("Why bread rises | Baking | Loaf Weekly", "<h1>Why bread rises</h1>").sitename.value ==
        "Loaf Weekly");
  CHECK(page("Why bread rises_面包报", "<h1>Why bread rises</h1>").sitename.value == "面包报");
  CHECK(page("Why bread rises - Example", "<p>no heading</p>").sitename.value ==
        "Example");  // the address says so
  CHECK_FALSE(page("Why bread rises - Baking", "<p>no heading</p>").sitename);
  CHECK_FALSE(page("Why bread rises: a baker's story", "<h1>Why bread rises</h1>").sitename);
  CHECK(page("Why bread rises | Baking", "<h1>Why bread rises</h1>",
             "<meta property='og:site_name' content='Loaf Weekly'>")
            .sitename.value == "Loaf Weekly");
}

TEST_CASE("When a member joined is not when a thread began") {
  const Metadata m = page("Stalls when hot",
                          "<h1>Stalls when hot</h1><p>Joined: 12 Mar 2012, 19:20</p>"
                          "<p>by crumb72 » <time datetime='2015-11'>11 Nov 2015, 20:14</time></p>");
  CHECK(m.date.value == "2015-11-11T20:14:00");
}

TEST_CASE("The date of a card is not the date of the list") {
  std::string cards;
  for (const char* day : {"3", "12", "28"})
    cards += "<article><h2><a href=/s>A loaf in ten steps</a></h2>" + kBody + "<time>" + day +
             " May 2024</time></article>";
  CHECK_FALSE(read("<html lang=en><head><title>Stories</title></head><body><h1>Stories</h1><div>" + cards +
                   "</div></body></html>")
                  .date.source == "<time>");
}

}  // namespace
}  // namespace clean_article::metadata
