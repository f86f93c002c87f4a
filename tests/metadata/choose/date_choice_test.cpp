#include "catch.hpp"
#include "read_page.hpp"

using namespace clean_article;
using namespace clean_article::metadata;

namespace {

std::string date(const std::string& head, const std::string& above, const std::string& below = "",
                 std::string_view url = "https://www.example.org/bread") {
  const std::string html = "<!doctype html><html lang=en><head><title>Bread rises</title>" + head +
                           "</head><body><article><h1>Bread rises</h1>" + above + kBody + "</article>" +
                           below + "</body></html>";
  return read(html, url).date.value;
}

std::string published(const std::string& when) {
  return "<meta property='article:published_time' content='" + when + "'>";
}

}  // namespace

TEST_CASE("The date shown below the title goes before a later one that is declared") {
  const std::string declared = published("2024-05-17T09:30:00Z");
  CHECK(date(declared, "<p>Published 3 March 2021</p>") == "2021-03-03");
  CHECK(date(declared, "<p>Mar 3, 2021 · 5 min read</p>") == "2021-03-03");
  // Not a later one, not one in a sentence, not that of a change, not figures that may be read in two ways.
  CHECK(date(declared, "<p>19 June 2024</p>") == "2024-05-17T09:30:00Z");
  CHECK(date(declared, "<p>In the early hours of 3 March 2021 the oven was lit.</p>") ==
        "2024-05-17T09:30:00Z");
  CHECK(date(declared, "<p>Updated 3 March 2021</p>") == "2024-05-17T09:30:00Z");
  CHECK(date(declared, "<p>03/05/2021</p>") == "2024-05-17T09:30:00Z");
  CHECK(date(declared, "<p>3 March 2021</p><p>4 March 2021</p>") == "2024-05-17T09:30:00Z");
}

TEST_CASE("A date that is said to be the first is the date") {
  CHECK(date("", "<p>30 Sep 2022</p>",
             "<p class='publish-date'>Originally published on 26 Sep 2019, kept up to date since.</p>") ==
        "2019-09-26");
}

TEST_CASE("A moment in universal time has the day that the page gives the same moment") {
  CHECK(date(published("2024-05-18T01:30:00Z"),
             "<p><time datetime='2024-05-17T20:30:00-05:00'>a week ago</time></p>") ==
        "2024-05-17T20:30:00-05:00");
  // Without a zone, too, where the hours differ as those of zones do.
  CHECK(date(published("2024-05-18T03:05:48"), "<p>May 17, 2024, 9:05 pm</p>") == "2024-05-17T21:05:00");
  CHECK(date(published("2024-05-18T03:05:48"), "<p>May 17, 2024, 9:17 pm</p>") == "2024-05-18T03:05:48");
  // Where another place has the day that is declared, it stays.
  CHECK(date(published("2024-05-18T03:05:48Z"), "<p>18 May 2024</p>", "",
             "https://example.org/2024/05/17/bread") == "2024-05-18T03:05:48Z");
}

TEST_CASE("Addresses may name the month; elements that scripts make of a time count as one") {
  CHECK(date("", "", "", "https://example.org/2023/october/03/bread") == "2023-10-03");
  CHECK(date("", "<p>Maud <relative-time datetime='2024-05-17T09:30:00Z'>last week</relative-time></p>") ==
        "2024-05-17T09:30:00Z");
  CHECK(date("<meta name='state' content='{&quot;datePublished&quot;:&quot;2024-05-17&quot;}'>", "") ==
        "2024-05-17");
}
