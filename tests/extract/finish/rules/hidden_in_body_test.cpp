#include "../finished_page.hpp"
#include "catch.hpp"
#include "page_texts.hpp"

using namespace clean_article;
using namespace clean_article::extract;

TEST_CASE("What a browser would not show of a body goes, unless that is all of it") {
  const auto gone = [](const std::string& html, FinishedText text) {
    return FinishedPage(html, 1).run("hidden-in-body", text).gone();
  };
  const std::string hidden = "<div hidden><p>Not shown</p></div>";
  CHECK(gone(kProse + hidden, FinishedText::kBody) == Texts{"Not shown"});
  CHECK(gone(hidden, FinishedText::kBody).empty());
  CHECK(gone(kProse + hidden, FinishedText::kUnprunedBody).empty());
  CHECK(gone(kProse + hidden, FinishedText::kPage).empty());
}
