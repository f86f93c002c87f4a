#include "site/rules/strip_tokens.hpp"

#include "catch.hpp"

using namespace clean_article::site;

TEST_CASE("a token is an id, a word of a class, or words of it side by side") {
  const std::vector<RuleText> rules{{"share", {"r.txt", 3}}, {"box  wide", {"r.txt", 4}}};
  const StripTokens tokens(rules);
  const auto line_of = [](const std::optional<RuleOrigin>& origin) { return origin ? origin->line : 0; };
  CHECK(line_of(tokens.match_id("share")) == 3);
  CHECK(line_of(tokens.match_id("share top")) == 0);
  CHECK(line_of(tokens.match_class(" top\tshare\n")) == 3);
  CHECK(line_of(tokens.match_class("sharebar Share")) == 0);
  CHECK(line_of(tokens.match_class("big box\nwide left")) == 4);
  CHECK(line_of(tokens.match_class("wide box")) == 0);
  CHECK(line_of(tokens.match_class("sandbox wide")) == 0);
  CHECK(line_of(tokens.match_class("")) == 0);
}
