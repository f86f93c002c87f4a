// Texts that cannot hold a string, told by their runs of bytes.
#include "site/phrases/pattern_probes.hpp"

#include <vector>

#include "catch.hpp"

using namespace clean_article::site;

namespace {

bool may_hold(std::string_view text, const std::vector<std::string_view>& strings) {
  std::vector<PatternProbe> probes;
  for (const std::string_view string : strings) probes.push_back(make_probe(string));
  return TextRuns(text).may_hold_any(probes);
}

}  // namespace

TEST_CASE("what a text holds is never denied, wherever it stands") {
  const std::string_view text = "we use cookies · été 年月日 (photo: x)";
  for (std::size_t size = kProbeBytes; size <= text.size(); ++size)
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
