#include "../finished_page.hpp"
#include "catch.hpp"
#include "page_texts.hpp"

using namespace clean_article;
using namespace clean_article::extract;

namespace {

const std::string kFirst =
    "<title>The tent</title><article><h1>The tent</h1>" + repeated(kProse, 3) + "</article>";

std::size_t taken(const std::string& next) {
  return taken_by("next-article", kFirst + "<article>" + next + "</article>", 0.9f).size();
}

}  // namespace

TEST_CASE("A second article of the same form goes") {
  CHECK(taken("<h1>The stove</h1>" + repeated(kProse, 2)) == 3);
}

TEST_CASE("Where an article is declared, so does one in an element that looks like the first") {
  const auto story = [](const std::string& title) {
    return "<div class=story><h1>" + title + "</h1>" + repeated(kProse, 3) + "</div>";
  };
  const std::string page = "<title>The tent</title>" + story("The tent") + story("The stove");
  CHECK(taken_by("next-article", kArticle + page, 0.9f).size() == 4);
  CHECK(taken_by("next-article", page, 0.9f).empty());
}

TEST_CASE("What has a lower heading, none or no prose is no second article") {
  CHECK(taken("<h2>The stove</h2>" + repeated(kProse, 2)) == 0);
  CHECK(taken(repeated(kProse, 2)) == 0);
  CHECK(taken("<h1>The stove</h1>" + kProse) == 0);
}
