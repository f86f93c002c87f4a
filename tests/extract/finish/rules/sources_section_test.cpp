#include "../finished_page.hpp"
#include "catch.hpp"
#include "page_texts.hpp"

using namespace clean_article;
using namespace clean_article::extract;

TEST_CASE("What a text was drawn from goes with its heading, which may be a line in bold") {
  const std::string sources = "<p><b>Sources:</b></p><p>The Tent Book, 1974</p>";
  const Texts gone{"Sources:", "The Tent Book, 1974"};
  CHECK(taken_by("sources-section", kProse + sources, 0.9f) == gone);
  CHECK(taken_by("sources-section", kArticle + kProse + sources, 1) == gone);
}

TEST_CASE("More text behind the heading over sources than before it is the text") {
  CHECK(taken_by("sources-section", p(words(20)) + "<h2>Sources</h2>" + p(words(19)), 0.5f).size() == 2);
  CHECK(taken_by("sources-section", p(words(20)) + "<h2>Sources</h2>" + p(words(20)), 0.5f).empty());
}

TEST_CASE("Of very many headings over sources the first ones are looked at") {
  const std::string section = "<section><h2>Sources</h2><p>A book</p></section>";
  const std::string text = p(words(1000));
  CHECK(taken_by("sources-section", text + repeated(section, 200), 0.5f).size() == 400);
  CHECK(taken_by("sources-section", text + repeated(section, 201), 0.5f).size() == 400);
}
