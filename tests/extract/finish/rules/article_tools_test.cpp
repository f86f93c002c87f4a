#include "../finished_page.hpp"
#include "catch.hpp"
#include "page_texts.hpp"

using namespace clean_article;
using namespace clean_article::extract;

TEST_CASE("Tools of an article stand under its title") {
  const std::string title = "<title>The ladders of Truro</title><h1>The ladders of Truro</h1>";
  CHECK(taken_by("article-tools", kArticle + title + p("Text size") + kProse, 1) == Texts{"Text size"});
  CHECK(taken_by("article-tools", kArticle + title + repeated(kProse, 14) + p("Print"), 1).size() == 1);
  CHECK(taken_by("article-tools", kArticle + title + repeated(kProse, 15) + p("Print"), 1).empty());
  CHECK(taken_by("article-tools", kArticle + p("Print") + title + kProse, 1).empty());
  CHECK(
      taken_by("article-tools", kArticle + "<title>Text size</title><h1>Text size</h1>" + kProse, 1).empty());
}

TEST_CASE("So they do on a page of prose that declares nothing") {
  const std::string title = "<title>The ladders of Truro</title><h1>The ladders of Truro</h1>";
  CHECK(taken_by("article-tools", title + p("Text size") + repeated(kProse, 6), 1) == Texts{"Text size"});
  CHECK(taken_by("article-tools", title + p("Text size") + repeated(kProse, 2), 1).empty());
}
