#include "extract/blocks/shown_names.hpp"

#include <string>
#include <vector>

#include "catch.hpp"

using namespace clean_article::extract;

namespace {

struct Rule {
  std::vector<std::string> selectors;
  std::string declarations;
};

// Views the rules, which must stay.
ShownNames shown_by(const std::vector<Rule>& rules) {
  ShownNames names;
  for (const Rule& rule : rules) {
    names.begin_rule(rule.declarations);
    for (const std::string& selector : rule.selectors) names.add(selector);
  }
  return names;
}

}  // namespace

TEST_CASE("A rule for a state shows what its selectors are about, by class or id") {
  const std::vector<Rule> rules = {{{".open .menu", "#box:target"}, "display:block"}};
  ShownNames names = shown_by(rules);
  CHECK(names.have('.', "menu"));
  CHECK(names.have('#', "box"));
  CHECK_FALSE(names.have('#', "menu"));
  CHECK_FALSE(names.have('.', "box"));
  CHECK_FALSE(names.have('.', "open"));  // what is around it
  CHECK_FALSE(names.have('.', "other"));
}

TEST_CASE("A rule shows nothing that hides, says nothing of sight, or is for the pointer") {
  const std::vector<Rule> rules = {{{".x .hides"}, "display:none"},
                                   {{".x .paints"}, "color:red;margin:0"},
                                   {{".x:hover .points"}, "display:block"}};
  ShownNames names = shown_by(rules);
  for (const char* name : {"hides", "paints", "points"}) CHECK_FALSE(names.have('.', name));
}

TEST_CASE("One rule that shows is enough, wherever it stands and however often a name is asked for") {
  const std::vector<Rule> rules = {
      {{".a .n", ".b .n.n"}, "display:none"}, {{".c .n"}, "opacity:1"}, {{".d .n"}, "display:none"}};
  ShownNames names = shown_by(rules);
  for (int i = 0; i < 3; ++i) CHECK(names.have('.', "n"));
}

TEST_CASE("Names are found with their escapes undone, and are forgotten with the page") {
  const std::vector<Rule> rules = {{{"x>.md\\:block"}, "display:block"}};
  ShownNames names = shown_by(rules);
  CHECK(names.have('.', "md:block"));
  CHECK_FALSE(names.have('.', "md"));
  names.clear();
  CHECK_FALSE(names.have('.', "md:block"));
}

TEST_CASE("Of thousands of rules each name is found, and what shows nothing is not met again") {
  std::vector<Rule> rules;
  for (int i = 0; i < 5'000; ++i) {
    rules.push_back({{".s .n" + std::to_string(i)}, i % 2 == 0 ? "display:block" : "display:none"});
    rules.push_back({{".s .often"}, "display:none"});
  }
  ShownNames names = shown_by(rules);
  for (int i = 0; i < 5'000; ++i) {
    CHECK(names.have('.', "n" + std::to_string(i)) == (i % 2 == 0));
    CHECK_FALSE(names.have('.', "often"));
  }
}
