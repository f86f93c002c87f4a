#include "metadata/reader.hpp"

#include "catch.hpp"
#include "read_page.hpp"

using namespace clean_article;
using namespace clean_article::metadata;

namespace {

std::string page(const std::string& head, const std::string& above = "") {
  return "<!doctype html><html lang=en><head>" + head + "</head><body><article>" + above + kBody +
         "</article></body></html>";
}

}  // namespace

TEST_CASE("JSON-LD tells most, references and all") {
  const metadata::Metadata m =
      read(page(R"(<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
    {"@type": "WebSite", "name": "The Daily Loaf"},
    {"@type": "Person", "@id": "#maud", "name": "Maud Penhallow"},
    {"@type": ["Article", "NewsArticle"], "headline": "Bread &amp; hay", "author": [{"@id": "#maud"}, {"@type": "Person", "givenName": "Tom", "familyName": "Stone"}],
     "datePublished": "2024-05-17T09:30:00+02:00", "dateModified": "2024-05-18", "keywords": "bread, hay", "articleSection": ["Food", "Home"],
     "image": {"url": "/loaf.jpg"}, "license": "https://example.org/license",},
  ]}</script>)"));
  CHECK(m.title.value == "Bread & hay");
  CHECK(m.title.source == "JSON-LD NewsArticle.headline");
  CHECK(m.authors.values == Values{"Maud Penhallow", "Tom Stone"});
  CHECK(m.date.value == "2024-05-17T09:30:00+02:00");
  CHECK(m.modified.value == "2024-05-18");
  CHECK(m.tags.values == Values{"bread", "hay"});
  CHECK(m.categories.values == Values{"Food", "Home"});
  CHECK(m.image.value == "https://www.example.org/loaf.jpg");
  CHECK(m.sitename.value == "The Daily Loaf");
  CHECK(m.page_type.value == "newsarticle");
  CHECK(m.license.value == "https://example.org/license");
}

TEST_CASE("Of several articles the one of this address counts") {
  const std::string two = R"(<script type="application/ld+json">[
    {"@type": "Article", "headline": "Another", "url": "https://example.org/other"},
    {"@type": "Article", "headline": "Bread", "url": "https://example.org/bread/"}]</script>)";
  CHECK(read(page(two)).title.value == "Bread");
}

TEST_CASE("A lone question is what its page is about, many are its readers'") {
  const std::string question = R"({"@type": "Question", "name": "Does rye rise?"})";
  const auto with = [](const std::string& questions) {
    return page(
        "<title>Rye bread</title><script type='application/ld+json'>{\"@type\": \"FAQPage\", \"mainEntity\": "
        "[" +
        questions + "]}</script>");
  };
  CHECK(read(with(question)).title.value == "Does rye rise?");
  CHECK(read(with(question + "," + question)).title.value == "Rye bread");
}

TEST_CASE("An organisation signs only where no person does") {
  const std::string json = R"(<script type="application/ld+json">{"@type": "Article", "headline": "Bread",
    "author": {"@type": "Organization", "name": "Bakers United"}}</script>)";
  CHECK(read(page(json)).authors.values == Values{"Bakers United"});
  CHECK(read(page(json + "<meta name=author content='Maud Penhallow'>")).authors.values ==
        Values{"Maud Penhallow"});
}

TEST_CASE("Meta tags tell what JSON-LD does not") {
  const metadata::Metadata m = read(page(
      "<title>Bread rises | The Daily Loaf</title><meta property='og:site_name' content='The Daily Loaf'>"
      "<meta name=description content='How dough &amp; time make bread'><meta property='og:type' "
      "content=article>"
      "<meta property='article:published_time' content='2024-05-17T09:30:00Z'><meta name='DC.creator' "
      "content='Penhallow, Maud'>"
      "<meta property='og:image' content='//cdn.example.org/a.jpg'><meta name=keywords content='a,b , a'>"
      "<link rel=canonical href='/canonical'>"));
  CHECK(m.title.value == "Bread rises");
  CHECK(m.title.source == "<title>");
  CHECK(m.sitename.value == "The Daily Loaf");
  CHECK(m.description.value == "How dough & time make bread");
  CHECK(m.date.value == "2024-05-17T09:30:00Z");
  CHECK(m.authors.values == Values{"Maud Penhallow"});
  CHECK(m.image.value == "https://cdn.example.org/a.jpg");
  CHECK(m.tags.values == Values{"a", "b"});
  CHECK(m.url.value == "https://www.example.org/canonical");
  CHECK(m.hostname.value == "example.org");
}

TEST_CASE("Readers see a byline and a date below the title") {
  const metadata::Metadata m =
      read(page("<title>Bread rises</title>", "<h1>Bread rises</h1><p>By Maud Penhallow | 17 May 2024</p>"));
  CHECK(m.authors.values == Values{"Maud Penhallow"});
  CHECK(m.date.value == "2024-05-17");
}

TEST_CASE("Microdata and time elements count, those of comments do not") {
  const metadata::Metadata m =
      read(page("<title>Bread</title>",
                "<h1>Bread</h1><div><span itemprop=author itemscope><span itemprop=name>Maud "
                "Penhallow</span>, baker</span> "
                "<time itemprop=datePublished datetime=2024-05-17>last week</time></div>") +
           "<div class=comments><span class=author>Somebody Else</span><time "
           "datetime=2025-01-01>later</time></div>");
  CHECK(m.authors.values == Values{"Maud Penhallow"});
  CHECK(m.date.value == "2024-05-17");
}

TEST_CASE("A date in universal time takes the day that the page shows") {
  const metadata::Metadata m =
      read(page("<meta property='article:published_time' content='2024-05-18T03:00:00Z'>"),
           "https://example.org/2024/05/17/bread");
  CHECK(m.date.value == "2024-05-17");
  CHECK(m.date.source == "address");
}

TEST_CASE("A page that tells only its change has that date; nothing lies in the future") {
  const std::string changed = "<meta property='article:modified_time' content='2024-05-17'>";
  CHECK(read(page(changed)).date.value == "2024-05-17");
  CHECK(read(page("<meta name=pubdate content='2031-01-01'>"), "https://example.org/a", "2024-05-17")
            .date.value.empty());
}

TEST_CASE("A relative date needs the day it counts from, and gives way to any other near the title") {
  const std::string above = "<h1>Bread rises</h1><p>Maud Penhallow | 2 days ago</p>";
  const std::string url = "https://www.example.org/bread";
  CHECK_FALSE(read(page("", above), url).date);
  const metadata::Metadata m = read(page("", above), url, "", "2024-05-17T09:30:00Z");
  CHECK(m.date.value == "2024-05-15");
  CHECK(m.date.source == "line near the title: \"2 days ago\", fetched 2024-05-17T09:30:00Z");
  const metadata::Metadata both =
      read(page("", "<h1>Bread rises</h1><time>2 days ago</time><p>14 May 2024</p>"), url, "", "2024-05-17");
  CHECK(both.date.value == "2024-05-14");
  const metadata::Metadata changed =
      read(page("", "<h1>Bread rises</h1><p>Modified yesterday</p>"), url, "", "2024-05-17");
  CHECK(changed.modified.value == "2024-05-16");
  // Those of other stories count for nothing.
  CHECK_FALSE(read(page("") + "<aside><p>1 hour ago</p></aside>", url, "", "2024-05-17").date);
}

TEST_CASE("The shown heading is an article's title, declared titles are the others'") {
  const std::string head = "<meta property='og:title' content='You will not believe this bread'>";
  const std::string heading = "<h1>Why this bread rises</h1>";
  CHECK(read(page(head + "<meta property='og:type' content=article>", heading)).title.value ==
        "Why this bread rises");
  CHECK(read(page(head, heading)).title.value == "You will not believe this bread");
}

TEST_CASE("A heading that leads to the front page names the site") {
  const std::string head = "<title>Bread rises</title><meta property='og:type' content=article>";
  CHECK(read(page(head, "<h1><a href='/'>The Daily Loaf</a></h1>")).title.value == "Bread rises");
  CHECK(read(page(head, "<a href='https://example.org'><h1>The Daily Loaf</h1></a>")).title.value ==
        "Bread rises");
  CHECK(read(page(head, "<h1><a href='/bread'>Why bread rises</a></h1>")).title.value == "Why bread rises");
  CHECK(read(page(head, "<h1 id=why>Why bread rises <a href='#why'>Link to this heading</a></h1>"))
            .title.value == "Why bread rises");
  CHECK(read(page(head, "<h1>Why bread rises<sup><a href='#n1'>[1]</a></sup></h1>")).title.value ==
        "Why bread rises");
}

TEST_CASE("A slogan gives way to the title that the address spells") {
  const std::string_view url = "https://example.org/post/a-brief-start-with-rye";
  const std::string head = "<title>A brief start with rye • Maud Penhallow</title>";
  CHECK(read(page(head, "<h1>Maud Penhallow</h1>"), url).title.value == "A brief start with rye");
  CHECK(read(page("<title>The home of bread</title>", "<h1>A brief start with rye</h1>"), url).title.value ==
        "A brief start with rye");
  CHECK(read(page("<title>The home of bread</title>", "<h1>A brief start with rye</h1>")).title.value ==
        "The home of bread");
}

TEST_CASE("What stands behind the last bar is no part of a title") {
  const std::string_view url = "https://example.org/bread";
  const std::string article = "<meta property='og:type' content=article>";
  CHECK(read(page("<title>Why bread rises | Home baking</title>"), url).title.value == "Why bread rises");
  CHECK(read(page("<title>Rye | Wheat | Flours</title>"), url).title.value == "Rye | Wheat");
  CHECK(read(page(article, "<h1>Why bread rises | Baking</h1>"), url).title.value == "Why bread rises");
  // A kicker before the bar, or nothing.
  const std::string kicker = "<h1>REVIEW | Why bread rises and falls</h1>";
  CHECK(read(page(article, kicker), url).title.value == "REVIEW | Why bread rises and falls");
  CHECK(read(page(article, "<h1> | Bread</h1>"), url).title.value == "| Bread");
  // A front page is called what it is called.
  CHECK(read(page("<title>Home | Baking</title>"), "https://example.org/").title.value == "Home | Baking");
}

TEST_CASE("A front page's title begins with its site's name") {
  const std::string head =
      "<meta property='og:site_name' content='Loaf Weekly'><title>Loaf Weekly: bread for all</title>";
  CHECK(read(page(head), "https://example.org/").title.value == "Loaf Weekly: bread for all");
  CHECK(read(page(head), "https://example.org/bread").title.value == "bread for all");
  const std::string behind =
      "<meta property='og:site_name' content='Loaf Weekly'><title>Bread for all | Loaf Weekly</title>";
  CHECK(read(page(behind), "https://example.org/").title.value == "Bread for all");
}

TEST_CASE("A date behind 'Updated' is that of a change") {
  const metadata::Metadata m = read(page("", "<h1>Bread</h1><p>Updated 17 May 2024</p>"));
  CHECK(m.modified.value == "2024-05-17");
  const metadata::Metadata both =
      read(page("", "<h1>Bread</h1><p>Date: 3 May 2024. Updated 17 May 2024</p>"));
  CHECK(both.date.value == "2024-05-03");
  CHECK(both.modified.value == "2024-05-17");
}

TEST_CASE("A sentence that begins with 'by' names nobody") {
  const std::string byline = "<h1>Bread</h1><p>By keeping the dough cool, we bake better.</p>";
  CHECK(read(page("<title>Bread</title>", byline)).authors.values.empty());
  CHECK(read(page("<title>Bread</title>", "<h1>Bread</h1><p>By Maud Penhallow</p>")).authors.values ==
        Values{"Maud Penhallow"});
}

TEST_CASE("What is said of a page may hold its only date") {
  CHECK(read(page("<meta name=description content='Bread at last (Notizia del 14 Gennaio 2020)'>"))
            .date.value == "2020-01-14");
  CHECK(!read(page("<meta name=description content='From 14 May 2020 to 3 June 2020'>")).date);
}

TEST_CASE("The text's language overrules a wrong one and fills a missing one") {
  CHECK(read(page("")).language.source == "<html lang>");
  const std::string german =
      "<html lang=en><body><article><p>Der Teig ruht über Nacht in der Kälte, und am Morgen hat er sich "
      "verdoppelt und duftet "
      "nach Heu und nach dem Sommer.</p><p>Wer davon gegessen hat, kehrt nicht zum Brot aus dem Laden "
      "zurück, so billig es "
      "auch sein mag.</p></article></body></html>";
  const metadata::Metadata m = read(german);
  CHECK(m.language.value == "de");
  CHECK(m.language.source.find("the text") == 0);
}

TEST_CASE("Words are counted, and equal words have one fingerprint") {
  const metadata::Metadata a = read(page(""));
  const metadata::Metadata b = read(page("<title>Other head</title>"));
  CHECK(a.word_count > 30);
  CHECK(a.fingerprint != 0);
  CHECK(a.fingerprint == b.fingerprint);
}

TEST_CASE("A fingerprint is of the words and their order, whatever stands around them") {
  const std::string text =
      "<p>The ferry leaves the northern pier at noon and comes back with the evening mail, "
      "the milk and whoever went to the market on the other shore.</p>";
  const std::string further =
      "<p>Whoever misses it walks around the bay, which takes until midnight, or sleeps in "
      "the hut beside the pier, where there are blankets and a stove.</p>";
  const auto of = [&](const std::string& heading, const std::string& more = "") {
    return read("<article><h1>The ferry</h1>" + text + "<h2>" + heading + "</h2>" + further + more +
                "</article>");
  };
  const metadata::Metadata plain = of("The way over");
  CHECK(of("The WAY \n over!").fingerprint == plain.fingerprint);
  CHECK(of("The way <a href='#x' id=x>#</a> over").fingerprint == plain.fingerprint);
  CHECK(of("The over way").fingerprint != plain.fingerprint);
  CHECK(of("The over way").word_count == plain.word_count);
  CHECK(of("The way over",
           "<p>There is no other way, and nobody who lives here has ever asked for one, they say.</p>")
            .fingerprint != plain.fingerprint);
  const metadata::Metadata ideographs = read("<article><p>" +
                                             std::string("渡し船は正午に北の桟橋を出て、夕方の郵便と牛乳と、"
                                                         "向こう岸の市場に行った人たちを乗せて戻ってくる。") +
                                             "</p></article>");
  CHECK(ideographs.word_count == 46);
}

TEST_CASE("A page that tells nothing has no metadata, and forged ones stay small") {
  const metadata::Metadata nothing = read("", "");
  CHECK_FALSE(nothing.title);
  CHECK_FALSE(nothing.date);
  CHECK(nothing.word_count == 0);
  std::string forged;
  for (int i = 0; i < 20'000; ++i)
    forged += "<meta name=author content='Name Number'><time datetime=2024-05-17></time>";
  forged += "<meta name=description content='" + std::string(100'000, 'x') + "'>";
  const metadata::Metadata m = read(page(forged));
  CHECK(m.description.value.size() <= 4'000);
}
