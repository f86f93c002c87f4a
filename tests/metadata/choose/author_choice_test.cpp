#include "catch.hpp"
#include "read_page.hpp"

using namespace clean_article;
using namespace clean_article::metadata;

namespace {

Values authors(const std::string& head, const std::string& above, const std::string& below = "",
               std::string_view url = "https://www.example.org/bread") {
  const std::string html = "<!doctype html><html lang=en><head>" + head + "</head><body><article>" + above +
                           kBody + "</article>" + below + "</body></html>";
  return read(html, url).authors.values;
}

// A story that the page leads to, too far behind the title to be its own.
const std::string kStory =
    "<ul><li>Flour</li><li>Water</li><li>Salt</li><li>Time</li><li>Heat</li><li>Hay</li></ul>"
    "<div><p>Milk sours</p><p>By Tom Stone</p></div>";

const std::string kTitle = "<title>Bread rises</title>";
const std::string kHeading = "<h1>Bread rises</h1>";
const std::string kSite = "<meta property='og:site_name' content='Loaf Weekly'>";

}  // namespace

TEST_CASE("The site signs where nobody else does") {
  const std::string byline = "<p>By Loaf Weekly</p>";
  CHECK(authors(kTitle + kSite, kHeading + byline) == Values{"Loaf Weekly"});
  CHECK(authors(kTitle + kSite + "<meta name=author content='Loaf Weekly'>",
                kHeading + "<p>By Maud Penhallow</p>") == Values{"Maud Penhallow"});
}

TEST_CASE("Of what is declared a person goes before a name of the host") {
  const std::string head = R"(<meta name=author content="Dailyloaf"><script type="application/ld+json">
    {"@type": "WebPage", "author": {"@type": "Person", "name": "Maud Penhallow"}}</script>)";
  CHECK(authors(kTitle + head, kHeading, "", "https://dailyloaf.example/bread") == Values{"Maud Penhallow"});
}

TEST_CASE("A person who signs goes before an organisation that is declared") {
  const std::string head = R"(<script type="application/ld+json">{"@type": "Article",
    "author": {"@type": "Organization", "name": "Penhallow & Stone"}}</script>)";
  CHECK(authors(kTitle + head, kHeading) == Values{"Penhallow & Stone"});
  const std::string signature = "<div><h2>Article written by:</h2><h3>Maud Penhallow, MD, FOMA</h3></div>";
  CHECK(authors(kTitle + head, kHeading, signature) == Values{"Maud Penhallow"});
  // A line "By …" far from the title is of a story that the page leads to.
  CHECK(authors(kTitle + head, kHeading, kStory) == Values{"Penhallow & Stone"});
}

TEST_CASE("The byline names all authors where one is declared, and a login in full") {
  const std::string one = "<meta name=author content='Maud Penhallow'>";
  const std::string links =
      "<p><a href='/authors/maud'>Maud Penhallow</a>, <a href='/authors/tom'>Tom Stone</a> and "
      "<a href='/authors/ada'>Ada Field</a></p>";
  CHECK(authors(kTitle + one, kHeading + links) == Values{"Maud Penhallow", "Tom Stone", "Ada Field"});
  CHECK(authors(kTitle, kHeading + links) == Values{"Maud Penhallow", "Tom Stone", "Ada Field"});
  CHECK(authors(kTitle + "<meta name=author content='MaudP'>", kHeading + "<p>By Maud Penhallow</p>") ==
        Values{"Maud Penhallow"});
  CHECK(authors(kTitle + one, kHeading + "<p>By Tom Stone</p>") == Values{"Maud Penhallow"});
}

TEST_CASE("The first post of a thread has its author, not the first answer") {
  const std::string answer =
      "<div itemscope itemtype='https://schema.org/Comment'><span itemprop=author>Tom Stone</span>"
      "<p>So it does.</p></div>";
  CHECK(authors(kTitle, kHeading + "<div class='username'>maud42</div>", answer) == Values{"maud42"});
}

TEST_CASE("A class that lays an element out does not make it a list of other stories") {
  const std::string byline = "<div class='relative mb-4'><a href='/authors/maud'>Maud Penhallow</a></div>";
  CHECK(authors(kTitle, kHeading + byline) == Values{"Maud Penhallow"});
  const std::string related = "<div class='related-posts'><a href='/authors/tom'>Tom Stone</a></div>";
  CHECK(authors(kTitle, kHeading, related).empty());
}

TEST_CASE("A side column tells the author below the word for it") {
  CHECK(authors(kTitle, kHeading, "<aside><h3>Author</h3><p>Maud Penhallow</p></aside>") ==
        Values{"Maud Penhallow"});
  CHECK(authors(kTitle, kHeading, "<aside><h3>Author</h3><p>see all 12 loaves</p></aside>").empty());
}

TEST_CASE("A front page has no author of its own") {
  CHECK(authors(kTitle, "", kStory, "https://example.org/").empty());
}
