#include "extract/finish/table.hpp"

#include <algorithm>
#include <filesystem>
#include <set>

#include "catch.hpp"
#include "extract/finish/evidence.hpp"

using namespace clean_article::extract;
namespace fs = std::filesystem;

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

TEST_CASE("Each file of rules has a test of its name") {
  const fs::path source(CLEAN_ARTICLE_SOURCE_DIR);
  int rules = 0;
  for (const auto& entry : fs::directory_iterator(source / "src/extract/finish/rules")) {
    if (entry.path().extension() != ".cpp") continue;
    ++rules;
    const std::string test = entry.path().stem().string() + "_test.cpp";
    CAPTURE(test);
    CHECK(fs::exists(source / "tests/extract/finish/rules" / test));
  }
  CHECK(rules > 0);
}

TEST_CASE("What rules win and cost is known of rules that there are") {
  for (const FinishRule& rule : finish_rules()) {
    const FinishEvidence* seen = evidence_of(rule.name);
    CAPTURE(rule.name);
    CHECK((seen == nullptr || seen->rule == rule.name));
  }
  for (const FinishEvidence& seen : finish_evidence()) {
    CAPTURE(seen.rule);
    CHECK(std::ranges::count(finish_rules(), seen.rule, &FinishRule::name) == 1);
  }
}
