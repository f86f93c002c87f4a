#include "site/lists/word_list.hpp"

#include "catch.hpp"

using clean_article::site::WordList;

TEST_CASE("Lines stand in their sections, in small letters, without comments") {
  const WordList list("# of all\nBefore\n\n[Titles]\n  Just  a moment \n# not this\nÖffnen\n[empty]\n");
  REQUIRE(list.section("").size() == 1);
  CHECK(list.section("")[0] == "before");
  REQUIRE(list.section("titles").size() == 2);
  CHECK(list.section("titles")[0] == "just a moment");
  CHECK(list.section("titles")[1] == "öffnen");
  CHECK(list.section("empty").empty());
  CHECK(list.section("missing").empty());
}

TEST_CASE("Built-in lists are found by their names") {
  CHECK_FALSE(WordList::built_in("walls").section("challenge").empty());
  CHECK(WordList::built_in("missing").section("").empty());
}
