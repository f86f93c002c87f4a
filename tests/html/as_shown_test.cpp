// What Parser::parse changes of a page so that its tree is what readers see.
#include "catch.hpp"
#include "html/parse/parser.hpp"

namespace clean_article::html {
namespace {

// The text of <body> and below, "|" between two text nodes; that of scripts left out.
std::string text_shown(std::string_view html) {
  Parser parser{Limits{}};
  const Document& document = parser.parse(html);
  std::string text;
  for (NodeId id = 0; id < document.nodes().size(); ++id) {
    if (document[id].tag != Tag::kText || document[document[id].parent].tag == Tag::k_script) continue;
    if (!text.empty()) text += '|';
    document.append_text(id, text);
  }
  return text;
}

TEST_CASE("a streamed piece stands in place of what was shown while it was on its way") {
  CHECK(text_shown("<body><main><h1>a</h1><!--$?--><template id=\"B:0\"></template><p>Loading</p><!--/$-->"
                   "<p>d</p></main><div hidden id=\"S:0\"><p>b</p><p>c</p></div>"
                   "<script>$RC=function(b,c){};$RC(\"B:0\",\"S:0\")</script>") == "a|b|c|d");
}

TEST_CASE("boundaries inside the one that waits do not end it") {
  CHECK(text_shown("<body><!--$?--><template id=\"B:1\"></template><!--$-->wait<!--/$--><i>more</i><!--/$-->"
                   "<p>z</p><div hidden id=\"S:1\"><p>a</p></div>"
                   "<script>$RR(\"B:1\",\"S:1\",[[\"x.css\"]])</script>") == "a|z");
}

TEST_CASE("parts of a piece go where their template stands, whether the piece has moved or not") {
  CHECK(text_shown("<body><!--$?--><template id=\"B:0\"></template>wait<!--/$--><p>z</p>"
                   "<div hidden id=\"S:0\"><p>a</p><template id=\"P:1\"></template><p>c</p></div>"
                   "<script>$RC(\"B:0\",\"S:0\")</script>"
                   "<div hidden id=\"S:1\"><p>b</p></div><script>$RS(\"S:1\",\"P:1\")</script>") ==
        "a|b|c|z");
}

TEST_CASE("calls for what the page does not have, second calls and calls around themselves change nothing") {
  CHECK(text_shown("<body><p>a</p><script>$RC(\"B:0\",\"S:0\");$RC(\"B:0\"</script>") == "a");
  CHECK(text_shown(
            "<body><!--$?--><template id=\"B:0\"></template><p>w</p><!--/$--><p>z</p><div id=\"S:0\">a</div>"
            "<script>$RC(\"B:0\",\"S:0\");$RC(\"B:0\",\"S:0\")</script>") == "a|z");
  CHECK(text_shown("<body><div id=\"S:0\"><p>a</p><template id=\"P:0\"></template></div><p>z</p>"
                   "<script>$RS(\"S:0\",\"P:0\")</script>")
            .ends_with("z"));
}

TEST_CASE("a boundary that does not end, or is not there, loses nothing") {
  const std::string rest =
      "<p>z</p><div hidden id=\"S:0\"><p>a</p></div><script>$RC(\"B:0\",\"S:0\")</script>";
  CHECK(text_shown("<body><!--$?--><template id=\"B:0\"></template><p>w</p>" + rest) == "a|w|z");
  CHECK(text_shown("<body><template id=\"B:0\"></template><p>w</p><!--/$-->" + rest) == "a|w|z");
}

TEST_CASE("pieces in each other end somewhere") {
  CHECK(text_shown("<body><p>a</p><div id=\"S:0\">b<template id=\"P:1\"></template></div>"
                   "<div id=\"S:1\">c<template id=\"P:0\"></template></div>"
                   "<script>$RS(\"S:0\",\"P:0\");$RS(\"S:1\",\"P:1\")</script>") == "a|c|b");
  std::string deep = "<body><template id=\"P:0\"></template><p>a</p>";
  std::string calls;
  for (int i = 0; i < 1000; ++i) {
    const std::string n = std::to_string(i);
    deep += "<div id=\"S:" + n + "\"><div><div><div>b<template id=\"P:" + std::to_string(i + 1) +
            "\"></template></div></div></div></div>";
    calls += "$RS(\"S:" + n + "\",\"P:" + n + "\");";
  }
  CHECK(text_shown(deep + "<script>" + calls + "</script>").starts_with("a|b|b"));
}

TEST_CASE("raw text that begins in a noscript ends with it") {
  CHECK(text_shown("<body><noscript><iframe src=x/></noscript><p>a</p>") == "a");
  CHECK(text_shown("<body><noscript><iframe>b</noscript><p>a</p><iframe>c</iframe><p>d</p>") == "b|a|c|d");
  CHECK(text_shown("<head><noscript><style>x</noscript><title>t</title><body><p>a</p>") == "x|t|a");
  CHECK(text_shown("<body><noscript><p>b</p><style>x</style></noscript><p>a</p>") == "b|x|a");
}

TEST_CASE("the page as it was sent has all that where Gumbo finds it") {
  Parser parser{Limits{}};
  const Document& page = parser.parse_as_sent("<body><noscript><iframe src=x/></noscript><p>a</p>");
  CHECK(page[page.nodes().back().parent].tag == Tag::k_iframe);
}

}  // namespace
}  // namespace clean_article::html
