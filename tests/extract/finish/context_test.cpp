// What rules share: which pages show bylines.
#include "extract/finish/context.hpp"

#include "catch.hpp"
#include "finished_page.hpp"
#include "rules/page_texts.hpp"

using namespace clean_article;
using namespace clean_article::extract;

namespace {

// Whether the rule on bylines runs on a page of these blocks, of which a list knows those of this text.
bool shows_bylines(const std::string& html, const std::string& byline, const std::string& head = "") {
  return !FinishedPage(head + html + kProse)
              .recognise(byline, site::PhraseClass::kByline)
              .run("byline")
              .gone()
              .empty();
}

}  // namespace

TEST_CASE("Articles and threads show bylines, other pages where three say so") {
  const std::string line = "By Maud Penhallow";
  CHECK(shows_bylines(repeated(p(line), 3), line));
  CHECK_FALSE(shows_bylines(repeated(p(line), 2), line));
  CHECK_FALSE(shows_bylines(p(line) + p("Salt") + p("Flour") + p("Yeast"), line));
  CHECK(shows_bylines(p(line), line, kArticle));
  CHECK(shows_bylines(p(line), line, kThread));
}

TEST_CASE("What counts as a byline is a paragraph of fourteen words at the most") {
  CHECK(shows_bylines(repeated(p(words(14)), 3), words(14)));
  CHECK_FALSE(shows_bylines(repeated(p(words(15)), 3), words(15)));
  CHECK_FALSE(shows_bylines(repeated("<h3>By Maud</h3>", 3), "By Maud"));
}
