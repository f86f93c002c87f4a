// What a site's rule makes of the blocks of its body.
#include "extract/finish/site_verdicts.hpp"

#include <string>
#include <vector>

#include "catch.hpp"
#include "page_blocks.hpp"

using namespace clean_article;
using namespace clean_article::extract;

namespace {

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
