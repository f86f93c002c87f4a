// Which scripts are a page's JSON-LD, and that the facts of a page and its metadata read the same.
#include "extract/structured/linked_data.hpp"

#include "catch.hpp"
#include "extract/survey/facts.hpp"

namespace clean_article::extract {
namespace {

PageFacts facts_of(const std::string& html) {
  html::Parser parser{Limits{}};
  return read_facts(parser.parse(html));
}

std::string script(const std::string& json) {
  return "<script type=\"application/ld+json\">" + json + "</script>";
}

TEST_CASE("scripts of JSON-LD are read in their order, other scripts are not") {
  const PageFacts facts = facts_of(script(R"({"name": "a"})") + "<script>{\"name\": \"b\"}</script>" +
                                   script(R"({"name": "c"})"));
  REQUIRE(facts.linked_data != nullptr);
  const auto& scripts = facts.linked_data->scripts();
  REQUIRE(scripts.size() == 2);
  CHECK(scripts[0].tree.text(scripts[0].tree.member(0, "name")) == "a");
  CHECK(scripts[1].tree.text(scripts[1].tree.member(0, "name")) == "c");
  CHECK(facts_of("<script>{}</script>").linked_data == nullptr);
}

TEST_CASE("a script that is escaped as text is read, too") {
  const PageFacts facts = facts_of(script("{&quot;@type&quot;: &quot;NewsArticle&quot;}"));
  CHECK((facts.types & kTypeArticle) != 0);
}

TEST_CASE("types and the longest body are found at any depth, in broken data, too") {
  const PageFacts facts = facts_of(script(
      R"({"@graph": [{"@type": ["Thing", "Product"]}, {"@type": "Product", "articleBody": "short"},
          {"@type": "NewsArticle", "articleBody": "A &amp; B in full", }, )"));
  CHECK((facts.types & kTypeProduct) != 0);
  CHECK((facts.types & kTypeArticle) != 0);
  CHECK(facts.products == 2);
  CHECK(facts.article_body == "A & B in full");
}

TEST_CASE("a page has no end of scripts") {
  std::string page;
  for (int i = 0; i < 1'000; ++i) page += script("{}");
  CHECK(facts_of(page).linked_data->scripts().size() == 100);
}

}  // namespace
}  // namespace clean_article::extract
