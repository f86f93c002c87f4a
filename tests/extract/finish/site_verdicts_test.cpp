// What a site's rule makes of the blocks of its body.
#include "extract/finish/site_verdicts.hpp"

#include <string>
#include <vector>

#include "catch.hpp"
#include "page_blocks.hpp"
#include "surveyed_page.hpp"

using namespace clean_article;
using namespace clean_article::extract;

namespace {

using Texts = std::vector<std::string>;

constexpr site::RuleOrigin kLine{"example.org.txt", 4};

// The verdicts of a page of paragraphs whose texts have these scores.
std::vector<Verdict> kept_body(const std::string& html, const std::vector<float>& scores, bool prune) {
  const PageBlocks page(html);
  std::vector<html::NodeId> origin;
  for (html::NodeId id = 0; id < page.document().nodes().size(); ++id) origin.push_back(id);
  std::vector<float> of_texts(origin.size(), -1.0f);
  std::size_t next = 0;
  for (const auto& piece : page.blocks().pieces) of_texts[piece.text_node] = scores.at(next++);
  std::vector<Verdict> verdicts(page.blocks().blocks.size());
  keep_body(kLine, prune, page.blocks(), origin, of_texts, verdicts);
  return verdicts;
}

}  // namespace

TEST_CASE("A body's blocks are kept, save those that the scorer would never take") {
  const auto verdicts = kept_body("<p>one</p><p>two</p><p>three</p>", {0.1f, 0.099f, -1}, true);
  REQUIRE(verdicts.size() == 3);
  CHECK(verdicts[0].kept);
  CHECK(verdicts[0].step == Step::kSiteRule);
  CHECK(verdicts[0].reason == "body");
  CHECK(verdicts[0].phrase.list == "example.org.txt");
  CHECK(verdicts[0].phrase.line == 4);
  CHECK(verdicts[0].score == 0.1f);
  CHECK_FALSE(verdicts[1].kept);
  CHECK(verdicts[1].step == Step::kScorer);
  CHECK(verdicts[1].phrase.line == 0);
  CHECK(verdicts[2].kept);  // nobody has judged its text
  CHECK(verdicts[2].score == 1);
}

TEST_CASE("A block is as good as the best of its texts") {
  const auto verdicts = kept_body("<p>one <b>two</b> three</p>", {0.01f, 0.6f, 0.02f}, true);
  REQUIRE(verdicts.size() == 1);
  CHECK(verdicts[0].kept);
  CHECK(verdicts[0].score == 0.6f);
}

TEST_CASE("A body that is not pruned stays as it is, and a score of 0 is one") {
  const auto verdicts = kept_body("<p>one</p><p>two</p>", {0.01f, 0}, false);
  REQUIRE(verdicts.size() == 2);
  CHECK(verdicts[0].kept);
  CHECK(verdicts[0].score == 0.01f);
  CHECK(verdicts[1].kept);
  CHECK(verdicts[1].score == 0);
}

namespace {

std::vector<Verdict> scored(std::size_t count, bool kept) {
  return std::vector<Verdict>(count, Verdict{.score = 0.5f, .kept = kept, .reason = {}, .phrase = {}});
}

// What a rule with these patterns makes of a page.
std::vector<Verdict> by_patterns(const std::string& html, const Texts& drops, const Texts& keeps, bool kept,
                                 std::size_t most_bytes = 1'000) {
  const SurveyedPage page(html);
  site::SiteRule rule;
  for (const std::string& drop : drops) rule.drops.push_back(*site::RulePattern::compile(drop, kLine));
  for (const std::string& keep : keeps) rule.keeps.push_back(*site::RulePattern::compile(keep, kLine));
  site::RuleWork work(most_bytes);
  std::vector<Verdict> verdicts = scored(page.survey.size(), kept);
  apply_patterns(rule, page.survey, work, verdicts);
  return verdicts;
}

}  // namespace

TEST_CASE("A kept heading that says the site's title goes, nothing else that says it") {
  const SurveyedPage page("<h1>Rain</h1><p>Rain</p><h2>Rain in May</h2><h3>Rain</h3>");
  std::vector<Verdict> verdicts = scored(4, true);
  verdicts[3].kept = false;
  drop_site_title({.value = "Rain", .origin = kLine}, page.survey, verdicts);
  CHECK_FALSE(verdicts[0].kept);
  CHECK(verdicts[0].reason == "title");
  CHECK(verdicts[0].score == 0);
  CHECK(verdicts[1].kept);
  CHECK(verdicts[2].kept);
  CHECK(verdicts[3].step == Step::kScorer);
}

TEST_CASE("Of a site's patterns those that keep win, and they decide where that changes something") {
  const std::string html = "<p>Rain in May</p><p>Sun</p>";
  auto verdicts = by_patterns(html, {"Rain.*"}, {}, true);
  CHECK_FALSE(verdicts.at(0).kept);
  CHECK(verdicts[0].reason == "drop");
  CHECK(verdicts.at(1).step == Step::kScorer);
  CHECK(verdicts[1].kept);
  CHECK(by_patterns(html, {"Rain.*"}, {}, false).at(0).step == Step::kScorer);
  verdicts = by_patterns(html, {}, {"Rain.*"}, false);
  CHECK(verdicts.at(0).kept);
  CHECK(verdicts[0].reason == "keep");
  CHECK(verdicts[0].score == 1);
  CHECK_FALSE(verdicts.at(1).kept);
  CHECK(by_patterns(html, {}, {"Rain.*"}, true).at(0).step == Step::kScorer);
  CHECK(by_patterns(html, {"Rain.*"}, {}, true, 0).at(0).kept);  // for which no work is left
  verdicts = by_patterns(html, {"Rain.*"}, {"Rain.*"}, true);
  CHECK(verdicts.at(0).kept);
  CHECK(verdicts[0].step == Step::kScorer);
}
