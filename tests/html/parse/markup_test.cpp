// What counts as markup and what as text.
#include "html/parse/markup.hpp"

#include <string>

#include "catch.hpp"

using clean_article::html::looks_like_markup;

TEST_CASE("pages and fragments are markup") {
  for (const char* page : {
           "<!DOCTYPE html><title>x</title>",
           "\xEF\xBB\xBF\r\n  <HTML><body>x",
           "<!-- saved from somewhere --><html>x",
           "<!-- one --> <!-- two -->\n<p>x",
           "<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"/>",
           "<p>One paragraph that is all there is.</p>",
           "<div class=story>Text",
           "<meta charset=utf-8>Text",
           "<link rel=canonical href=\"/a\"><!DOCTYPE html>Text",
           "<br/>Text",
           "<b>bold</b> and <i>italic</i>",
           "First line<br>second line<br>third line",
           "Title\n<p>One.</p>\n<p>Two.</p>",
           "See <a href=\"/a\">a</a> and <a href=\"/b\">b</a> for <em>more</em>.",
       }) {
    INFO(page);
    CHECK(looks_like_markup(page));
  }
}

TEST_CASE("text with angle brackets is text") {
  const std::string prose = "The ferry left at noon, and nobody on the quay looked up from the nets. ";
  std::string long_prose;
  for (int i = 0; i < 40; ++i) long_prose += prose;
  for (const std::string& text : {
           std::string(""),
           std::string(" \n"),
           std::string("No brackets at all."),
           std::string("From: Ann <ann@harbour.example>\nTo: Bob <b@c.example>, <a@b.example>"),
           std::string("See <https://harbour.example/a>."),
           std::string("Put a <b> before the word."),
           std::string("The tags <b> and </b> make text bold. ") + long_prose,
           std::string("Between lines goes a <br>. ") + long_prose,
           std::string("#include <map>\n#include <string>\nstd::map<int, std::vector<a>> m;"),
           std::string("if (a <b && c> d) return x<i>y;"),
           std::string("for i <i ranges over n> do"),
           std::string("3 < 4 and 5 > 4, <3"),
           std::string("<jane> hello\n<tom> hello back\n<jane> how is the weather?"),
           std::string("<unclosed"),
           std::string("<"),
       }) {
    INFO(text);
    CHECK_FALSE(looks_like_markup(text));
  }
}
