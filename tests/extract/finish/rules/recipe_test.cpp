#include <algorithm>

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

TEST_CASE("A line of a card needs a score, words and a distance from buttons") {
  const std::string steps = "<div class=instructions><p>Boil it.</div>";
  const auto kept = [&](const std::string& line, float score) {
    FinishedPage page(p("intro") + "<div class=ingredients>" + line + "</div>" + steps, score);
    const Texts shown = page.leave_out_all().judge("intro", 1, true).run("recipe").kept();
    return std::ranges::count(shown, std::string("1 egg")) == 1;
  };
  CHECK(kept(p("1 egg"), 0.02f));
  CHECK_FALSE(kept(p("1 egg"), 0.019f));
  CHECK_FALSE(kept("<button><span><i>1 egg</i></span></button>", 0.1f));
  CHECK_FALSE(kept("<p class=btn>1 egg</p>", 0.1f));
  CHECK_FALSE(kept("<div class=btn><p>1 egg</p></div>", 0.1f));
  CHECK(kept("<div class=btn><div><p>1 egg</p></div></div>", 0.1f));
  CHECK_FALSE(kept("<figure><figcaption>1 egg</figcaption></figure>", 0.1f));
  for (const char* const aside : {"nav", "footer", "aside"})
    CHECK_FALSE(kept("<" + std::string(aside) + "><p>1 egg</p></" + aside + ">", 0.1f));
  for (const char* const aside : {"related", "filter", "sidebar", "comments"})
    CHECK_FALSE(kept("<div class=" + std::string(aside) + "><p>1 egg</p></div>", 0.1f));
  // Where nothing of the page is kept the card alone is no text.
  CHECK(FinishedPage("<div class=ingredients><p>1 egg</div>" + steps, 0.1f)
            .leave_out_all()
            .run("recipe")
            .kept()
            .empty());
}

TEST_CASE("A card has both ingredients and steps in it, and prompts are none of them") {
  const std::string steps = "<div class=instructions><p>Boil it.</div>";
  CHECK(shown("<div class=ingredients></div>" + steps) == Texts{"intro"});
  CHECK(shown(steps) == Texts{"intro"});
  CHECK(shown("<p>4 stars</p><div class=ingredients><p>1 egg</div>" + steps) ==
        Texts{"intro", "1 egg", "Boil it."});
  CHECK(shown("<div class=ingredients><p>***</p><p>1 egg</div>" + steps) ==
        Texts{"intro", "1 egg", "Boil it."});
  CHECK(shown("<div class=ingredients><button><span><i><b>1 egg</b></i></span></button></div>" + steps) ==
        Texts{"intro", "1 egg", "Boil it."});
  const auto shows = [&](site::PhraseClass c) {
    FinishedPage page(p("intro") + "<div class=ingredients><p>1 egg</div>" + steps, 0.1f);
    page.leave_out_all().judge("intro", 1, true).recognise("1 egg", c).run("recipe");
    return std::ranges::count(page.kept(), std::string("1 egg")) == 1;
  };
  using enum site::PhraseClass;
  for (const site::PhraseClass c :
       {kReadMore, kShare, kIconAlt, kPrompt, kNavigation, kRelated, kAdvertisement, kNewsletter})
    CHECK_FALSE(shows(c));
  CHECK(shows(kCredit));
}
