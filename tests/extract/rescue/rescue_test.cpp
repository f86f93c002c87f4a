#include "extract/rescue/rescue.hpp"

#include "catch.hpp"
#include "html/html.hpp"

using namespace clean_article;
using namespace clean_article::extract;

namespace {

// An article of 100 words, in five paragraphs put together by `join`.
std::string story(const std::string& open, const std::string& close) {
  std::string body;
  for (const char* who : {"baker", "miller", "smith", "weaver", "cooper"})
    body += open + "The " + who +
            " of the village had closed the shop for a week, and nobody could say where to or for how long." +
            close;
  return body;
}

// The body that stands in for what the page shows, "" where nothing does.
std::string rescued(const std::string& page) {
  html::Parser parser{Limits{}};
  const html::Document& document = parser.parse(page);
  Extractor extractor(site::Phrases::built_in());
  const auto rescue = find_rescue(document, extractor.extract(document, page_scorer()));
  return rescue ? rescue->body : "";
}

const std::string kFrame = "<title>Closed</title><div id=root><p>Loading</p></div>";

}  // namespace

TEST_CASE("A page that scripts fill in is read from its framework's state") {
  const std::string first = "The baker of the village had closed";
  const std::string html = story("<p>", "</p>");
  CHECK(
      rescued(kFrame +
              R"(<script id="__NEXT_DATA__" type="application/json">{"post":{"title":"Closed","bodyHtml":")" +
              html + R"("}}</script>)")
          .find(first) != std::string::npos);
  CHECK(rescued(kFrame + R"(<script>window.__INITIAL_STATE__={"content":")" + html + R"("};</script>)")
            .find(first) != std::string::npos);
  // State inside a string of a script: quoted twice.
  CHECK(rescued(kFrame + R"(<script>self.__next_f.push([1,"{\"body\":\")" + html + R"(\"}"])</script>)")
            .find(first) != std::string::npos);
  CHECK(rescued(kFrame + R"(<div data-preloaded='{"topic":"{\"cooked\":\")" + html + R"(\"}"}'></div>)")
            .find(first) != std::string::npos);
}

TEST_CASE("Paragraphs in pieces are taken from pages that say that they are articles") {
  const std::string pieces = story(R"({"type":"p","text":")", R"("},)");
  const std::string script =
      R"(<script id=__NEXT_DATA__ type="application/json">[)" + pieces + "{}]</script>";
  CHECK(rescued(kFrame + script).empty());
  const std::string text = rescued("<meta property=og:type content=article>" + kFrame + script);
  CHECK(text.find("The baker") == 0);
  CHECK(text.find("The cooper") != std::string::npos);
}

TEST_CASE("A page that shows its article keeps it") {
  const std::string page = "<article><h1>Closed</h1>" + story("<p>", "</p>") + "</article>";
  const std::string script = R"(<script id=__NEXT_DATA__ type="application/json">{"body":"<p>)" +
                             std::string(5'000, 'x') + R"("}</script>)";
  CHECK(rescued(page + script).empty());
}

TEST_CASE("Labels, settings and scripts without a framework's name are no article") {
  CHECK(rescued(kFrame + R"(<script>var t = {"body":")" + story("<p>", "</p>") + R"("};</script>)").empty());
  CHECK(rescued(
            kFrame +
            R"(<script id=__NEXT_DATA__ type="application/json">{"text":"Add to cart","body":"OK"}</script>)")
            .empty());
}
