#include "render/markdown_escape.hpp"

#include "catch.hpp"

using namespace clean_article::render;

namespace {

// Whether the first `c` of a text would mean something, in a line that holds that text alone.
bool means(std::string_view text, char c, bool in_link = false, bool in_table = false) {
  LineSigns signs;
  signs.add(text);
  const std::size_t i = text.find(c);
  const auto at = [&](std::size_t place) {
    return place < text.size() ? static_cast<char32_t>(text[place]) : U' ';
  };
  Place place{text.substr(0, i), i > 0 ? at(i - 1) : U' ', at(i + 1), true, in_table, in_link};
  return means_something(text, i, place, signs);
}

}  // namespace

TEST_CASE("signs that begin a line's kind count at its beginning only") {
  for (const auto& [text, c] : {std::pair("# a", '#'),
                                {"> a", '>'},
                                {"- a", '-'},
                                {"+ a", '+'},
                                {"12. a", '.'},
                                {"3) a", ')'},
                                {"| a", '|'},
                                {"===", '='},
                                {"--", '-'},
                                {"#", '#'}}) {
    CAPTURE(text);
    CHECK(means(text, c));
  }
  for (const auto& [text, c] : {std::pair("a # b", '#'),
                                {"a > b", '>'},
                                {"a - b", '-'},
                                {"a+b", '+'},
                                {"at 12. a", '.'},
                                {"1234567890. a", '.'},
                                {"12.a", '.'},
                                {"a | b", '|'},
                                {"a = b", '='},
                                {"#tag", '#'}}) {
    CAPTURE(text);
    CHECK_FALSE(means(text, c));
  }
  CHECK(means("Title #", '#'));
  CHECK(means("a | b", '|', false, true));
}

TEST_CASE("signs inside a line count where Markdown would read them") {
  CHECK(means("a * b*", '*') == false);
  CHECK(means("a *b*", '*'));
  CHECK_FALSE(means("snake_case", '_'));
  CHECK(means("_a", '_'));
  CHECK_FALSE(means("[a]", '['));
  CHECK(means("[a](b)", '['));
  CHECK(means("[a", '[', true));
  CHECK(means("a]", ']', true));
  CHECK(means("a <b>", '<'));
  CHECK_FALSE(means("a < b", '<'));
  CHECK(means("&amp;", '&'));
  CHECK_FALSE(means("a & b;", '&'));
  CHECK_FALSE(means("~10", '~'));
  CHECK(means("~~a~~", '~'));
  CHECK(means("a\\*", '\\'));
  CHECK_FALSE(means("a\\b", '\\'));
}

TEST_CASE("addresses cannot end their link") {
  CHECK(escaped_target("/a b(c)") == "/a%20b%28c%29");
  CHECK(escaped_target("/a_b~c*?x=1&y=2") == "/a_b~c*?x=1&y=2");
  CHECK(escaped_target("/?a&copy;b") == "/?a&amp;copy;b");
}
