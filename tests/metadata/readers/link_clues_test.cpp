// What addresses and start tags of links say before their attributes are read.
#include "metadata/readers/link_clues.hpp"

#include "catch.hpp"
#include "site/site.hpp"
#include "temp_folder.hpp"

namespace clean_article::metadata {
namespace {

TEST_CASE("An address that leads to an author is known by its path or query") {
  for (const char* const href : {"/author/jane-doe", "https://a.example/x/autoren/7", "/p?author=7",
                                 "?tab=1&the_author=jane", "/contributors/jane", "/journalist/jane"}) {
    CAPTURE(href);
    CHECK(leads_to_author(href));
    CHECK(may_tell("a href=\"" + std::string(href) + "\""));
  }
  for (const char* const href :
       {"/author/", "/authority/bridges", "/cars/jane", "/archive/author", "", "/", "/a"}) {
    CAPTURE(href);
    CHECK_FALSE(leads_to_author(href));
    CHECK_FALSE(may_tell("a href=" + std::string(href)));
  }
}

TEST_CASE("A start tag with a rel tells something, whatever its address") {
  CHECK(may_tell("a href=x REL = tag"));
  CHECK(may_tell("a rel=author"));
  CHECK_FALSE(may_tell("a relative=x"));
  CHECK_FALSE(may_tell("a rel"));
}

TEST_CASE("A list of one's own says what leads to authors") {
  const testing::TempFolder folder;
  folder.write("words/author-paths.txt", "/toimittaja/\n/\n");
  const auto words = site::Words::with_folders({folder.path()});
  REQUIRE(words);
  const site::WordsInUse in_use(**words);
  CHECK(leads_to_author("/toimittaja/maija"));
  CHECK_FALSE(leads_to_author("/author/jane"));
}

}  // namespace
}  // namespace clean_article::metadata
