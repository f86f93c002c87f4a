// Which strings an expression cannot do without.
#include "site/phrases/pattern_keys.hpp"

#include "catch.hpp"

using clean_article::site::further_keys;
using clean_article::site::required_keys;
using Keys = std::vector<std::string>;

TEST_CASE("literal runs are keys") {
  CHECK(required_keys("share this") == Keys{"share this"});
  CHECK(required_keys("cookies?") == Keys{"cookie"});
  CHECK(required_keys("a .*newsletter") == Keys{"newsletter"});
  CHECK(required_keys("\\(photo\\)") == Keys{"(photo)"});
}

TEST_CASE("choices give one key each, or none") {
  CHECK(required_keys("(?:share|follow) .*") == Keys{"follow", "share"});
  CHECK(required_keys("share|follow") == Keys{"follow", "share"});
  CHECK(required_keys("(?:share|.*) x") == Keys{" x"});
  CHECK(required_keys("(?:share|[a-z]+)").empty());
}

TEST_CASE("what may be absent is no key") {
  CHECK(required_keys("(?:read )?.*").empty());
  CHECK(required_keys("(?:read )*more") == Keys{"more"});
  CHECK(required_keys("(?:read ){0,2}[a-z]").empty());
  CHECK(required_keys("(?:read ){1,2}[a-z]") == Keys{"read "});
  CHECK(required_keys("é?à+") == Keys{"à"});
}

TEST_CASE("a class that lists its characters joins what stands on both sides of it") {
  CHECK(required_keys("0[-.]0") == Keys{"0-0", "0.0"});
  CHECK(required_keys("a[xy]?b") == Keys{"a"});
  CHECK(required_keys(".*[xy].*").empty());
  CHECK(required_keys("0[a-z]0") == Keys{"0"});
  CHECK(required_keys("a[abcde]b[abcde]c") == Keys{"aab", "abb", "acb", "adb", "aeb"});
}

TEST_CASE("classes are no keys, whatever they hold") {
  CHECK(required_keys("[^]x]y[\\]z]").size() == 1);
  CHECK(required_keys("[^]x]y[\\]z]") == Keys{"y"});
}

TEST_CASE("escapes, flags and anchors are understood or left alone") {
  CHECK(required_keys("\\w+ads\\d") == Keys{"ads"});
  CHECK(required_keys("\\bads\\b") == Keys{"ads"});
  CHECK(required_keys("\\p{Greek}ads\\pL") == Keys{"ads"});
  CHECK(required_keys("^ads$") == Keys{"ads"});
  CHECK(required_keys("(ads)") == Keys{"ads"});
  CHECK(required_keys("(?i)ads").empty());
  CHECK(required_keys("\\x{61}ds").empty());
  CHECK(required_keys("\\Qa|b\\E").empty());
}

TEST_CASE("the most telling part wins") {
  CHECK(required_keys("in .* to (?:inbox|mailbox)") == Keys{"inbox", "mailbox"});
  CHECK(required_keys("in .* your (?:inbox|mailbox)") == Keys{" your "});
  CHECK(required_keys("(?:by|in) 0") == Keys{" 0"});
}

TEST_CASE("of two keys of which one holds the other the shorter is enough") {
  CHECK(required_keys("(?:affili|affiliation|commission)") == Keys{"affili", "commission"});
  CHECK(required_keys("(?:0|0/0|[a-z] 0)") == Keys{"0"});
  CHECK(further_keys("newsletters? .*(?:photo|photograph)", {"newsletter"}, 3) == Keys{"photo"});
}

TEST_CASE("further keys are the longest of another set that is not too large") {
  const auto further = [](std::string_view pattern) {
    return further_keys(pattern, required_keys(pattern), 3);
  };
  CHECK(required_keys(".*\\((?:foto|photo).*") == Keys{"("});
  CHECK(further(".*\\((?:foto|photo).*") == Keys{"foto", "photo"});
  CHECK(further("newsletter").empty());
  CHECK(further("newsletter.*: ?[a-z]") == Keys{":"});
  CHECK(further("newsletters? (?:a|of).*").empty());
  CHECK(further("newsletters? (?:one|two|three|four)").empty());
  CHECK(further_keys("(?:by|the) .*cookie", {}, 3) == Keys{"cookie"});
  CHECK(further_keys("(?i)cookie", {}, 3).empty());
}
