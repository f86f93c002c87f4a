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

TEST_CASE("A person who signs goes before an organisation in the author tag") {
  const std::string byline = "<p>By Maud Penhallow</p>";
  for (const char* name : {"Northshore Broadcasting Corporation", "Agencia Central", "Redaktion Backstube"}) {
    CAPTURE(name);
    const std::string head = kTitle + "<meta name=author content='" + name + "'>";
    CHECK(authors(head, kHeading + byline) == Values{"Maud Penhallow"});
    CHECK(authors(head, kHeading).size() == 1);
  }
}

TEST_CASE("A list by category names nobody") {
  CHECK(authors(kTitle, "<p>News By Category</p>" + kHeading).empty());
  CHECK(authors(kTitle, kHeading + "<p>By Date</p>").empty());
  CHECK(authors(kTitle, kHeading + "<p class=byline>by <a href='/u/maud'>Maud Penhallow</a> in <a "
                                   "href='/c/baking'>Baking</a></p>") == Values{"Maud Penhallow"});
}

TEST_CASE("Bylines are read in the words of many scripts") {
  CHECK(authors(kTitle, kHeading + "<p class=author>بقلم: ليلى الحداد</p>") == Values{"ليلى الحداد"});
  CHECK(authors(kTitle, kHeading + "<p>מאת: דנה לוי</p>") == Values{"דנה לוי"});
  CHECK(authors(kTitle, kHeading + "<p>2024年5月17日 08:35 来源：面包报 作者：何雨晴 大 小</p>") ==
        Values{"何雨晴"});
}

TEST_CASE("A byline may be a part of a line") {
  CHECK(authors(kTitle,
                "<p><b>Bread rises</b><br><small>By Maud Penhallow, bread desk 17 May 2024</small></p>") ==
        Values{"Maud Penhallow"});
  CHECK(authors(kTitle, kHeading + "<p>17.05.2024 | Автор: П. Н. Воротников | Прочитано: 12 раз</p>") ==
        Values{"П. Н. Воротников"});
}

TEST_CASE("A name beside a date below the title signs where nobody else does") {
  CHECK(authors(kTitle, kHeading + "<p>Maud Penhallow, 17 May 2024, in <a href='/b'>Baking</a></p>") ==
        Values{"Maud Penhallow"});
  CHECK(authors(kTitle, kHeading + "<p>17 May 2024 | Maud Penhallow</p>") == Values{"Maud Penhallow"});
  CHECK(authors(kTitle, kHeading + "<p>Updated 17 May 2024</p>").empty());
  CHECK(authors(kTitle + "<meta name=author content='Tom Stone'>",
                kHeading + "<p>Maud Penhallow, 17 May 2024</p>") == Values{"Tom Stone"});
}
