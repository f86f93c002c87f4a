#include "extract/survey/facts.hpp"

#include "catch.hpp"
#include "page_blocks.hpp"

using namespace clean_article;
using namespace clean_article::extract;

namespace {

PageFacts facts_of(const std::string& html) {
  const PageBlocks page(html);
  return read_facts(page.document());
}

}  // namespace

TEST_CASE("Declared types are read from og:type and JSON-LD") {
  CHECK(facts_of("<meta property='og:type' content='article'>").declares_article());
  CHECK(
      facts_of(R"(<script type="application/ld+json">{"@type":"NewsArticle"}</script>)").declares_article());
  CHECK(facts_of(R"(<script type="application/ld+json">{"@type":["Thing","BlogPosting"]}</script>)").types ==
        kTypeArticle);
  CHECK_FALSE(facts_of(R"(<meta property=og:type content=article>
                          <script type="application/ld+json">{"@type":"Product"}</script>)")
                  .declares_article());
  CHECK_FALSE(facts_of("<meta property=og:type content=website>").declares_article());
  CHECK(facts_of("<meta name=generator content='phpBB 3.3'>").forum_software);
}

TEST_CASE("Declared types are read from microdata, too") {
  CHECK(facts_of("<div itemscope itemtype='https://schema.org/QAPage'>").types == kTypeQuestion);
  CHECK(facts_of("<div itemtype=http://schema.org/DiscussionForumPosting>").is_thread());
  const std::string article = "<div itemscope itemtype=\"https://schema.org/NewsArticle\"></div>";
  CHECK(facts_of(article).declares_article());
  CHECK_FALSE(facts_of(article + article).declares_article());  // a list of them
  CHECK(facts_of("<p>itemtype schema.org/QAPage</p><div itemtype=>").types == 0);
}

TEST_CASE("A page about one product describes few") {
  const std::string product = R"(<script type="application/ld+json">{"@type":"Product"}</script>)";
  CHECK(facts_of(product).declares_one_product());
  std::string many;
  for (int i = 0; i < 20; ++i) many += product;
  CHECK(facts_of(many).declares_product());
  CHECK_FALSE(facts_of(many).declares_one_product());
  CHECK_FALSE(facts_of("<p>Product</p>").declares_one_product());
}

TEST_CASE("The article body is read from JSON-LD, the longest of several") {
  const PageFacts facts = facts_of(
      R"(<script type="application/ld+json">[{"articleBody":"short"},{"articleBody":"A longer one \u2013 with six words."}]</script>)");
  CHECK(facts.article_body == "A longer one – with six words.");
  CHECK(facts.article_body_runs.size() == 3);
  CHECK(facts_of(R"(<script type="application/ld+json">{"articleBody":"Fish &amp; chips"}</script>)")
            .article_body == "Fish & chips");
  CHECK(facts_of(R"(<script>{"articleBody":"not structured data"}</script>)").article_body.empty());
}

TEST_CASE("The title is the page's, not an icon's") {
  const PageFacts facts =
      facts_of("<head><title>Rain in May</title></head><svg><title>Facebook Icon</title></svg>");
  CHECK(facts.title_words.size() == 3);
}

TEST_CASE("A set of runs has each four words that follow one another, and no others") {
  CHECK(RunSet().empty());
  CHECK(RunSet(std::vector<std::uint64_t>{1, 2, 3}).empty());
  std::vector<std::uint64_t> words;
  for (std::uint64_t i = 0; i < 500; ++i) words.push_back(i % 300 * 64);
  const RunSet runs(words);
  CHECK(runs.size() == 497);
  const auto has = [&](std::vector<std::uint64_t> four) { return runs.has(run_hash(four.data())); };
  for (std::size_t i = 0; i + kRunWords <= words.size(); ++i) CHECK(runs.has(run_hash(&words[i])));
  CHECK(has({299 * 64, 0, 64, 128}));
  CHECK(!has({0, 64, 128, 128}));
  CHECK(!has({64, 0, 128, 192}));
}
