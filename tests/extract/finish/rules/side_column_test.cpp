#include "../finished_page.hpp"
#include "catch.hpp"
#include "page_texts.hpp"

using namespace clean_article;
using namespace clean_article::extract;

namespace {

const std::string kPosts = repeated("<div class=comment>" + kProse + kProse + "</div>", 3);
const std::string kRules = "Be kind to those who ask.";

}  // namespace

TEST_CASE("A column beside posts goes") {
  for (const std::string open : {"<div class=side>", "<div role=complementary>", "<div id=right-sidebar>"}) {
    CAPTURE(open);
    CHECK(taken_by("side-column", open + p(kRules) + "</div>" + kPosts, 1) == Texts{kRules});
  }
}

TEST_CASE("A column stays where it holds the posts, most of the text, or an article has it") {
  CHECK(taken_by("side-column", "<div class=side>" + p(kRules) + kPosts + "</div>", 1).empty());
  CHECK(taken_by("side-column", "<div class=side>" + repeated(kProse, 4) + "</div>" + kPosts, 1).empty());
  CHECK(taken_by("side-column", kArticle + "<div class=side>" + p(kRules) + "</div>" + kPosts, 1).empty());
  CHECK(taken_by("side-column", "<div class=side>" + p(kRules) + "</div>" + repeated(kProse, 9), 1).empty());
}
