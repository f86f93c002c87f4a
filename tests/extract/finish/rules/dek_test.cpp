#include "../finished_page.hpp"
#include "catch.hpp"
#include "page_texts.hpp"

using namespace clean_article;
using namespace clean_article::extract;

namespace {

const std::string kDek = words(6);

// Whether the line is kept that stands behind the title with so many lines between.
bool kept(const std::string& line, float score, int between = 0, const std::string& head = kArticle) {
  FinishedPage page(
      head + "<title>Rain in May</title><h1>Rain in May</h1>" + repeated("<p>x</p>", between) + line, score);
  page.leave_out_all();
  return !page.ask_for_standfirst().run("dek").kept().empty();
}

}  // namespace

TEST_CASE("The line under the title is kept, for who asks, where its name says what it is") {
  const std::string named = "<p class=dek>" + kDek + "</p>";
  CHECK(kept(named, 0.15f));
  CHECK_FALSE(kept(named, 0.14f));
  CHECK(kept("<div class=dek>" + p(kDek) + "</div>", 0.15f));
  CHECK_FALSE(kept("<div class=dek><div>" + p(kDek) + "</div></div>", 0.15f));
  CHECK(kept("<h2 class=dek>" + kDek + "</h2>", 0.15f));
  CHECK_FALSE(kept("<ul><li class=dek>" + kDek + "</li></ul>", 0.15f));
  CHECK_FALSE(kept(named, 0.15f, 0, ""));  // no article
}

TEST_CASE("A line without such a name has to be likely") {
  CHECK(kept(p(kDek), 0.5f));
  CHECK_FALSE(kept(p(kDek), 0.49f));
}

TEST_CASE("The line under the title has six words and no link, and stands near it") {
  CHECK_FALSE(kept(p(words(5)), 0.9f));
  CHECK_FALSE(kept("<p class=dek>" + kDek + " <a href=x>more</a></p>", 0.9f));
  CHECK(kept(p(kDek), 0.9f, 3));
  CHECK_FALSE(kept(p(kDek), 0.9f, 4));
}
