#include "../finished_page.hpp"
#include "catch.hpp"
#include "page_texts.hpp"

using namespace clean_article;
using namespace clean_article::extract;

namespace {

Texts shown(const std::string& card) {
  return FinishedPage("<p>intro</p>" + card, 0.1f)
      .leave_out_all()
      .judge("intro", 1, true)
      .run("recipe")
      .kept();
}

}  // namespace

TEST_CASE("Ingredients and steps of a recipe card are text") {
  for (const std::string plugin : {"wprm-recipe-", "tasty-recipes-", "mv-create-", "cooked-", "recipe__"})
    CHECK(shown("<div class='" + plugin +
                "ingredients'><h3>Ingredients</h3><ul><li>1 egg</ul></div><div class='" + plugin +
                "instructions'><h3>Steps</h3><ul><li>Boil it.</ul></div>") ==
          Texts{"intro", "Ingredients", "1 egg", "Steps", "Boil it."});
  CHECK(
      shown(
          "<ul><li itemprop=recipeIngredient>1 egg</ul><ol itemprop=recipeInstructions><li>Boil it.</ol>") ==
      Texts{"intro", "1 egg", "Boil it."});
}

TEST_CASE("Buttons in a card, ingredients without steps and cards beside the text are not told to be text") {
  const std::string steps = "<div class=instructions><p>Boil it.</div>";
  CHECK(shown("<div class=ingredients><button>2x</button><p>1 egg</div>" + steps) ==
        Texts{"intro", "1 egg", "Boil it."});
  CHECK(shown("<div class=ingredients><p>Aqua, glycerin</div>") == Texts{"intro"});
  CHECK(shown("<aside><div class=ingredients><p>1 egg</div>" + steps + "</aside>") == Texts{"intro"});
}
