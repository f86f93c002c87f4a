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

TEST_CASE("Error pages are told by their sentences, too, in the languages that the list has") {
  for (const char* text :
       {"The page you requested could not be found. It may have been moved.",
        "Die angeforderte Seite gibt es nicht mehr.", "Страница, которую вы ищете, не существует.",
        "요청하신 페이지를 찾을 수 없습니다.", "抱歉，您访问的页面不存在。"}) {
    CAPTURE(text);
    CHECK(taken_by("wall", p(text)).size() == 1);
    CHECK(taken_by("wall", p(text) + p(words(200))).empty());
  }
  CHECK(taken_by("wall", p("Our servers have seen too many requests from your network.")).size() == 1);
}
