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

TEST_CASE("Paragraphs in pieces are taken from pages that say that they are articles, or side by side") {
  const auto state = [](const std::string& pieces) {
    return R"(<script id=__NEXT_DATA__ type="application/json">[)" + pieces + "{}]</script>";
  };
  CHECK(rescued(kFrame + state(story(R"({"type":"p","text":")", R"("},)"))).find("The baker") == 0);
  const std::string pieces =
      story(R"({"title":"A shop of the village","image":"/shops/1/front.jpg","text":")", R"("},)");
  const std::string script = state(pieces);
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

TEST_CASE("Nuxt's payloads are read: arrays of references, and literals with parameters") {
  const std::string first = "The baker of the village had closed";
  const std::string html = story("<p>", "</p>");
  const std::string flat = R"(<script type="application/json" id="__NUXT_DATA__">[["Reactive",1],{"post":2},)"
                           R"({"title":3,"body":4},"Closed",")" +
                           html + R"("]</script>)";
  CHECK(rescued(kFrame + flat).find(first) == 3);
  CHECK(
      rescued(kFrame + "<script>window.__NUXT__={state:{post:{title:'Closed',body:'" + html + "'}}}</script>")
          .find(first) == 3);
  CHECK(rescued(kFrame +
                "<script>window.__NUXT__=(function(a,b,c){return {post:{title:a,body:c}}}(\"Closed\",1,\"" +
                html + "\"));</script>")
            .find(first) == 3);
}

TEST_CASE("Stores of Apollo and Redux are read, escaped or not") {
  const std::string first = "The baker of the village had closed";
  std::string escaped = story("\\u003Cp\\u003E", "\\u003C/p\\u003E");
  CHECK(rescued(kFrame + R"(<script>window.__APOLLO_STATE__ = {"Post:1":{"body":")" + escaped +
                R"("}}</script>)")
            .find(first) == 3);
  CHECK(rescued(kFrame + "<script>window.__PRELOADED_STATE__ = {article:{content:\"" + escaped +
                "\"}}</script>")
            .find(first) == 3);
}

TEST_CASE("A page in a frame's own source is read where the page shows nothing else") {
  const std::string frame =
      "<iframe srcdoc=\"<article><h1>Closed</h1>" + story("<p>", "</p>") + "</article>\"></iframe>";
  CHECK(rescued("<title>Closed</title>" + frame).find("<article>") == 0);
  CHECK(rescued("<article><h1>Closed</h1>" + story("<p>", "</p>") + "</article>" + frame).empty());
}

TEST_CASE("A post of an application that asks for JavaScript is what it gives others to show") {
  const std::string note = "<noscript><p>To use this application, please enable JavaScript.</p></noscript>";
  const std::string post = "<meta property=og:description content='The gauge is wrong since the flood.'>";
  const std::string article = "<meta property=og:type content=article>";
  CHECK(rescued(article + post + note) == "The gauge is wrong since the flood.");
  CHECK(rescued(post + note).empty());
  CHECK(rescued(article + post + "<p>The river is high today, and the ferry does not sail.</p>").empty());
}

TEST_CASE("What is in quotation marks neither cuts a text nor doubles it") {
  const std::string html = story(R"(<p>\"Closed.\" )", "</p>");
  const std::string text =
      rescued(kFrame + R"(<script>window.__APOLLO_STATE__={"bodyHtml":")" + html + R"("};</script>)");
  CHECK(text.find("The baker") != std::string::npos);
  CHECK(text.find("The baker") == text.rfind("The baker"));
}
