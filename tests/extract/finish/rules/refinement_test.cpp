#include "../finished_page.hpp"
#include "catch.hpp"
#include "page_texts.hpp"

using namespace clean_article;
using namespace clean_article::extract;

namespace {

std::string list(int counts, int others = 0, const std::string& name = "Red") {
  return "<ul>" + repeated("<li>" + name + " (1,204)</li>", counts) + repeated("<li>Other</li>", others) +
         "</ul>";
}

}  // namespace

TEST_CASE("Names with counts narrow down, but in an article they are text") {
  const std::string choice =
      "<div><h3>Brand</h3><ul><li>Red (1)</li><li>Blue (20)</li><li>Grey (3)</li><li>Pink (1,204)</li>"
      "<li>Black (5 products)</li></ul></div>";
  CHECK(taken_by("refinement", kProse + choice, 1) ==
        Texts{"Brand", "Red (1)", "Blue (20)", "Grey (3)", "Pink (1,204)", "Black (5 products)"});
  CHECK(taken_by("refinement", kArticle + kProse + choice, 1).empty());
}

TEST_CASE("Four counts that are half of a list are a choice") {
  CHECK(taken_by("refinement", kProse + list(4)).size() == 4);
  CHECK(taken_by("refinement", kProse + list(3)).empty());
  CHECK(taken_by("refinement", kProse + list(5, 5)).size() == 10);
  CHECK(taken_by("refinement", kProse + list(5, 6)).empty());
}

TEST_CASE("A name with a count is short, and no paragraph stands among such") {
  CHECK(taken_by("refinement", kProse + list(5, 0, words(8))).size() == 5);  // the count is two words
  CHECK(taken_by("refinement", kProse + list(5, 0, words(9))).empty());
  CHECK(taken_by("refinement", "<div>" + kProse + list(5) + "</div>").size() == 5);
  const std::string item = "<li>" + kProse + "</li>";
  CHECK(taken_by("refinement", "<ul>" + item + repeated("<li>Red (1)</li>", 9) + "</ul>").empty());
}
