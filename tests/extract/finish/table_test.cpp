#include "extract/finish/table.hpp"

#include <algorithm>
#include <set>

#include "catch.hpp"

using namespace clean_article::extract;

TEST_CASE("Names and reasons of finishing rules are unique, and names are what files can be called") {
  std::set<std::string_view> names;
  std::set<std::string_view> reasons;
  for (const FinishRule& rule : finish_rules()) {
    CAPTURE(rule.name);
    CHECK(names.insert(rule.name).second);
    CHECK(reasons.insert(rule.reason).second);
    CHECK(rule.name.find_first_not_of("abcdefghijklmnopqrstuvwxyz-") == std::string_view::npos);
    CHECK(rule.apply != nullptr);
  }
}

TEST_CASE("A rule is switched off by its name; a name that is none has a suggestion") {
  const auto off = RulesOff::of({"pull-quote", "title"});
  REQUIRE(off.ok());
  for (const FinishRule& rule : finish_rules()) {
    CAPTURE(rule.name);
    CHECK(off->has(rule) == (rule.name == "pull-quote" || rule.name == "title"));
  }
  const auto wrong = RulesOff::of({"pul-quotes"});
  REQUIRE_FALSE(wrong.ok());
  CHECK(wrong.error().message == "there is no finishing rule 'pul-quotes'; is 'pull-quote' meant?");
}
