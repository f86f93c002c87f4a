// Texts that cannot hold a string, told by their runs of bytes.
#include "site/phrases/pattern_probes.hpp"

#include <vector>

#include "catch.hpp"

using namespace clean_article::site;

namespace {

bool may_hold(std::string_view text, const std::vector<std::string_view>& strings) {
  std::vector<PatternProbe> probes;
  for (const std::string_view string : strings) probes.push_back(make_probe(string));
  TextRuns runs;
  runs.read(text);
  return runs.may_hold_any(probes);
}

}  // namespace

TEST_CASE("what a text holds is never denied, wherever it stands") {
  const std::string_view text = "we use cookies · été 年月日 (photo: x)";
  for (std::size_t size = 0; size <= text.size(); ++size)
    for (std::size_t at = 0; at + size <= text.size(); ++at) CHECK(may_hold(text, {text.substr(at, size)}));
}

TEST_CASE("a text without a string's runs does not hold it") {
  CHECK_FALSE(may_hold("to the newest stories", {"cookie"}));
  CHECK_FALSE(may_hold("to the newest stories", {"cookie", "newsletter"}));
  CHECK(may_hold("to the newsletter", {"cookie", "newsletter"}));
  CHECK_FALSE(may_hold("to", {"too"}));
  CHECK_FALSE(may_hold("", {"too"}));
  CHECK_FALSE(may_hold("too", {}));
}

TEST_CASE("of short strings the bytes count, too") {
  CHECK(may_hold("page 0", {"0"}));
  CHECK_FALSE(may_hold("page", {"0"}));
  CHECK(may_hold("one, two", {", "}));
  CHECK_FALSE(may_hold("one,two", {", "}));
  CHECK_FALSE(may_hold("photo by", {"©", "(0"}));
}

TEST_CASE("what a text had says nothing of the next one") {
  TextRuns runs;
  const PatternProbe cookie = make_probe("cookie");
  for (int round = 0; round < 600; ++round) {  // more than a round's number counts
    runs.read(round % 300 == 0 ? "cookie" : "to the newest stories");
    CHECK(runs.may_hold(cookie) == (round % 300 == 0));
  }
}
