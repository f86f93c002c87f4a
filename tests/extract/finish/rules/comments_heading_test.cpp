#include "../finished_page.hpp"
#include "catch.hpp"
#include "page_texts.hpp"

using namespace clean_article;
using namespace clean_article::extract;

namespace {

bool kept(const std::string& html, float score) {
  FinishedPage page(html, score);
  return !page.recognise("3 comments", site::PhraseClass::kComments).run("comments-heading").kept().empty();
}

}  // namespace

TEST_CASE("A heading over comments goes in articles and threads, a line that counts them does not") {
  CHECK_FALSE(kept(kArticle + "<h2>3 comments</h2>", 1));
  CHECK_FALSE(kept(kThread + "<h2>3 comments</h2>", 1));
  CHECK(kept(kArticle + "<p>3 comments</p>", 0));
  CHECK(kept("<h2>3 comments</h2>", 0));
}

TEST_CASE("On a page with many bylines the scorer may object to a heading over comments") {
  for (const auto& [score, gone] : {std::pair(0.69f, true), std::pair(0.71f, false)}) {
    FinishedPage page(repeated("<p>By Maud</p>", 3) + "<h2>3 comments</h2>", score);
    page.recognise("By Maud", site::PhraseClass::kByline)
        .recognise("3 comments", site::PhraseClass::kComments);
    CHECK(page.run("comments-heading").gone().empty() != gone);
  }
}
