#include "../finished_page.hpp"
#include "catch.hpp"
#include "page_texts.hpp"

using namespace clean_article;
using namespace clean_article::extract;

TEST_CASE("All that a wall says is taken out, and nothing of an article") {
  const std::string ask = p("Please enable JavaScript to view this page.");
  CHECK(taken_by("wall", ask + p("Thank you.")).size() == 2);
  CHECK(taken_by("wall", ask + p(words(200))).empty());
}

TEST_CASE("What the page is is said, even where nothing was kept") {
  SurveyedPage page(p("You need to enable JavaScript to run this app."));
  std::vector<Verdict> verdicts(page.survey.size(), Verdict{.reason = {}, .phrase = {}});
  const PhraseMatches matches(verdicts.size());
  FinishContext context({page.page.document(), page.page.blocks_to_edit(), page.survey, matches, verdicts,
                         FinishedText::kPage});
  run_finish(context, {}, Phase::kRefuse, Phase::kRefuse);
  CHECK(context.refused_as() == "asks for JavaScript");
}
