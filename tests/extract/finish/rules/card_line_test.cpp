#include "../finished_page.hpp"
#include "catch.hpp"
#include "page_texts.hpp"

using namespace clean_article;
using namespace clean_article::extract;

namespace {

using Kept = std::vector<int>;

// Of each card, whether its line is kept.
Kept cards(const Kept& kept, float score, const std::string& line = "Truro") {
  std::string html;
  for (std::size_t i = 0; i < kept.size(); ++i)
    html += "<div class=card><p class=name>Loaf</p><p class=place>" + line + "</p></div>";
  const SurveyedPage page(html);
  PhraseMatches matches(page.survey.size());
  std::vector<Verdict> verdicts(page.survey.size());
  for (std::size_t i = 0; i < kept.size(); ++i) {
    verdicts[2 * i + 1].kept = kept[i] != 0;
    verdicts[2 * i + 1].score = score;
  }
  Blocks unused;
  FinishContext context({page.page.document(), unused, page.survey, matches, verdicts});
  run_finish(context, {}, Phase::kKeep, Phase::kKeep);
  Kept left;
  for (std::size_t i = 0; i < kept.size(); ++i) {
    CHECK_FALSE(verdicts[2 * i].kept);
    left.push_back(verdicts[2 * i + 1].kept ? 1 : 0);
  }
  return left;
}

}  // namespace

TEST_CASE("A short line of a card is kept where it is kept of most cards") {
  CHECK(cards({1, 1, 0}, 0.3f) == Kept{1, 1, 1});
  CHECK(cards({1, 1, 1, 0, 0}, 0.3f) == Kept{1, 1, 1, 1, 1});
  CHECK(cards({1, 0, 1, 0}, 0.3f) == Kept{1, 0, 1, 0});
}

TEST_CASE("Two that look alike are no run of cards") {
  CHECK(cards({1, 0}, 0.3f) == Kept{1, 0});
}

TEST_CASE("A line of a card is not kept against the scorer, nor is one of more than eight words") {
  CHECK(cards({1, 1, 0}, 0.2f) == Kept{1, 1, 1});
  CHECK(cards({1, 1, 0}, 0.19f) == Kept{1, 1, 0});
  CHECK(cards({1, 1, 0}, 0.3f, words(8)) == Kept{1, 1, 1});
  CHECK(cards({1, 1, 0}, 0.3f, words(9)) == Kept{1, 1, 0});
}

TEST_CASE("Code and cells are no lines of cards") {
  const std::string card = "<div class=card><p class=name>Loaf</p><pre>x</pre></div>";
  CHECK(FinishedPage(repeated(card, 3), 0.3f).judge("x", 0.3f, true).run("card-line").kept().size() == 6);
  const std::string row = "<tr class=card><td><p>Loaf</p></td></tr>";
  CHECK(FinishedPage("<table>" + repeated(row, 3) + "</table>", 0.3f).run("card-line").kept().size() == 3);
  std::string cells;
  for (const char* const place : {"Truro", "Looe", "Fowey"})
    cells += "<tr class=card><td>Loaf</td><td class=place>" + std::string(place) + "</td></tr>";
  CHECK(joined_by("card-line", "<table>" + cells + "</table>", {"Fowey"}, 0.3f).size() == 5);
  std::string code;
  for (const char* const line : {"ls", "cat", "cd"})
    code += "<div class=card><p class=name>Run</p><pre>" + std::string(line) + "</pre></div>";
  CHECK(joined_by("card-line", code, {"cd"}, 0.3f).size() == 5);
}

TEST_CASE("Of the lines that most cards keep, those stay out that the scorer finds unlikely") {
  const auto card = [](const std::string& place) {
    return "<div class=card><p class=name>Loaf</p><p class=place>" + place + "</p></div>";
  };
  FinishedPage page(card("Truro") + card("Looe") + card("Fowey") + card("Bude") + card("Hayle"), 0.3f);
  page.leave_out({"Bude", "Hayle"}).judge("Hayle", 0.19f, false).run("card-line");
  CHECK(page.gone() == Texts{"Hayle"});
  CHECK(page.verdict(1).step == Step::kScorer);  // it was kept before
}

TEST_CASE("Lines of cards are the same where cards, lines and what holds the cards look alike") {
  const auto card = [](const std::string& name, const std::string& line, const std::string& place) {
    return "<div class=" + name + "><p class=name>Loaf</p><p class=" + line + ">" + place + "</p></div>";
  };
  const auto joins = [](const std::string& html) {
    return joined_by("card-line", html, {"Fowey"}, 0.3f).back() == "Fowey";
  };
  const std::string others = card("card", "place", "Truro") + card("card", "place", "Looe");
  CHECK(joins(others + card("card", "place", "Fowey")));
  CHECK_FALSE(joins(others + card("card", "price", "Fowey")));
  const std::string boxes = repeated(card("box", "place", "Bude"), 2);
  CHECK_FALSE(joins(others + card("card", "place", "Hayle") + boxes + card("box", "price", "Fowey")));
  CHECK_FALSE(
      joins("<section>" + others + "</section><section>" + card("card", "place", "Fowey") + "</section>"));
}
