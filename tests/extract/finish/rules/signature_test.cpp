#include "../finished_page.hpp"
#include "catch.hpp"
#include "page_texts.hpp"

using namespace clean_article;
using namespace clean_article::extract;

namespace {

Texts gone(const std::string& html) {
  return taken_by("signature", html, 1);
}
const std::string kSignature = "<div class=signature>Measure twice</div>";

}  // namespace

TEST_CASE("Signatures go under posts, elsewhere they may be of functions") {
  CHECK(gone(kThread + kSignature) == Texts{"Measure twice"});
  CHECK(gone("<div class=post>" + kSignature + "</div>") == Texts{"Measure twice"});
  CHECK(gone(kSignature).empty());
}

TEST_CASE("A signature is in the element of that name or right in it, and near its post") {
  CHECK(gone(kThread + "<div class=signature><p>Measure twice</p></div>").size() == 1);
  CHECK(gone(kThread + "<div class=signature><div><p>Measure twice</p></div></div>").empty());
  CHECK(gone("<div class=post>" + nested(kSignature, 7) + "</div>").size() == 1);
  CHECK(gone("<div class=post>" + nested(kSignature, 8) + "</div>").empty());
}

TEST_CASE("A signature that was left out is left to the scorer") {
  CHECK(decided_by_rule("signature", kThread + kSignature, {"Measure twice"}, 1).empty());
}
