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

TEST_CASE("A column stands before the first post or behind the last") {
  const std::string post = "<div class=comment>" + kProse + kProse + "</div>";
  const std::string side = "<div class=side>" + p(kRules) + "</div>";
  CHECK(taken_by("side-column", kPosts + side, 1) == Texts{kRules});
  CHECK(taken_by("side-column", post + post + side + post, 1).empty());
  CHECK(taken_by("side-column", "<div>" + p(kRules) + "</div>" + kPosts, 1).empty());
  CHECK(decided_by_rule("side-column", side + kPosts, {kRules}, 1).empty());
}

TEST_CASE("Beside three posts, which are half of the text, goes a column of a fifth of it at the most") {
  const auto goes = [](int posts, int words_of_post, int other, int words_of_side) {
    const std::string side = words(words_of_side, "side");
    return taken_by("side-column",
                    "<div class=side>" + p(side) + "</div>" + p(words(other)) +
                        repeated("<div class=comment>" + p(words(words_of_post, "post")) + "</div>", posts),
                    1) == Texts{side};
  };
  CHECK(goes(3, 20, 5, 10));
  CHECK_FALSE(goes(2, 30, 5, 10));
  CHECK(goes(3, 20, 50, 10));
  CHECK_FALSE(goes(3, 20, 51, 10));
  CHECK(goes(3, 20, 4, 16));
  CHECK_FALSE(goes(3, 20, 3, 16));
}
