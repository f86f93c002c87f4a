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

TEST_CASE("The first article has two paragraphs, too") {
  const auto taken_behind = [](const std::string& prose) {
    return taken_by("next-article",
                    "<title>The tent</title><article><h1>The tent</h1>" + prose +
                        "</article><article><h1>The stove</h1>" + repeated(kProse, 3) + "</article>",
                    0.9f)
        .size();
  };
  CHECK(taken_behind(kProse + kProse) == 4);
  CHECK(taken_behind(kProse) == 0);
}

TEST_CASE("What is like the first has its name and stands beside it, and what holds the story comes again") {
  const auto taken_of = [](const std::string& page) {
    return taken_by("next-article", kArticle + "<title>The tent</title>" + page, 0.9f).size();
  };
  const auto head = [](const std::string& title) { return "<h1>" + title + "</h1>"; };
  const auto story = [&](const std::string& title) {
    return "<div class=story>" + head(title) + repeated(kProse, 3) + "</div>";
  };
  CHECK(taken_of(story("The tent") + story("The stove") + "<div class=box>" + head("The pot") +
                 repeated(kProse, 3) + "</div>") == 4);
  CHECK(taken_of(story("The tent") + story("The stove") + "<div>" + story("The pot") + "</div>") == 4);
  const auto wrapped = [&](const std::string& title) {
    return "<div class=story><div class=text>" + head(title) + repeated(kProse, 3) + "</div></div>";
  };
  CHECK(taken_of(wrapped("The tent") + wrapped("The stove")) == 4);
  const auto in_rows = [&](const std::string& title) {
    return "<div class=story><div class=row>" + head(title) + "</div><div class=row>" + repeated(kProse, 3) +
           "</div></div>";
  };
  CHECK(taken_of(in_rows("The tent") + in_rows("The stove")) == 4);
}

TEST_CASE("A page without a heading has no article of its own") {
  const std::string other = "<article><h2>The stove</h2>" + repeated(kProse, 3) + "</article>";
  CHECK(taken_by("next-article", "<article>" + repeated(kProse, 3) + "</article>" + other, 0.9f).empty());
  CHECK(
      taken_by("next-article",
               "<title>The tent</title><article><p>The tent</p>" + repeated(kProse, 3) + "</article>" + other,
               0.9f)
          .empty());
}

TEST_CASE("An article is told by its element first, and its title is a heading") {
  const std::string stove = "<article class=b><h1>The stove</h1>" + repeated(kProse, 3) + "</article>";
  CHECK(taken_by("next-article",
                 kArticle + "<title>The tent</title><article class=a><h1>The tent</h1>" +
                     repeated(kProse, 3) + "</article>" + stove,
                 0.9f)
            .size() == 4);
  CHECK(taken_by("next-article",
                 "<title>The tent</title><article><ul><li>The tent</li></ul>" + repeated(kProse, 3) +
                     "</article>" + stove,
                 0.9f)
            .empty());
}

TEST_CASE("Of a declared article another with a main heading of its own goes, wherever the first stands") {
  const std::string next = "<article><h1>The stove</h1>" + repeated(kProse, 2) + "</article>";
  const auto taken_behind = [&](const std::string& declared, const std::string& level, int paragraphs) {
    const std::string own = "<" + level + ">The tent</" + level + ">" + repeated(kProse, paragraphs);
    return taken_by("next-article", declared + "<title>The tent</title><main>" + own + next + "</main>", 0.9f)
        .size();
  };
  CHECK(taken_behind(kArticle, "h1", 2) == 3);
  CHECK(taken_behind(kArticle, "h1", 1) == 0);
  CHECK(taken_behind(kArticle, "h2", 2) == 0);
  CHECK(taken_behind("", "h1", 2) == 0);
  CHECK(taken_by("next-article",
                 kArticle + "<title>The tent</title><article><h1>The tent</h1>" + repeated(kProse, 2) + next +
                     "</article>",
                 0.9f)
            .size() == 3);
}
