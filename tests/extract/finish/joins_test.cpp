#include "extract/finish/joins.hpp"

#include <algorithm>

#include "catch.hpp"
#include "extract/finish/cards.hpp"
#include "surveyed_page.hpp"

using namespace clean_article;
using namespace clean_article::extract;
using Texts = std::vector<std::string>;

namespace {

const std::string kArticle = "<meta property='og:type' content='article'>";

// What is kept of a page of which the scorer kept all but `dropped`, when all score the same.
Texts left(const std::string& html, const Texts& dropped, float score) {
  const SurveyedPage page(html);
  const Texts texts = page.page.texts();
  std::vector<Verdict> verdicts(texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i) {
    verdicts[i].score = score;
    verdicts[i].kept = std::find(dropped.begin(), dropped.end(), texts[i]) == dropped.end();
  }
  keep_what_belongs(page.survey, verdicts);
  Texts kept;
  for (std::size_t i = 0; i < texts.size(); ++i)
    if (verdicts[i].kept) kept.push_back(texts[i]);
  return kept;
}

}  // namespace

TEST_CASE("An item beside a kept one stays with its list") {
  const SurveyedPage page("<ul><li>flour<li>water<li>salt</ul><ul><li>Contact</ul>");
  std::vector<Verdict> verdicts(4);
  verdicts[0].score = 0.6f;
  verdicts[0].kept = true;
  verdicts[1].score = 0.4f;
  verdicts[2].score = 0.2f;
  verdicts[3].score = 0.4f;
  keep_what_belongs(page.survey, verdicts);
  CHECK(verdicts[1].kept);
  CHECK(verdicts[1].reason == "of a kept list");
  CHECK(!verdicts[2].kept);
  CHECK(!verdicts[3].kept);
}

TEST_CASE("A row beside a kept one stays with its table") {
  const SurveyedPage page(
      "<table><tr><td>Weight<td>240 g<tr><th>Made in<td>Truro</table><table><tr><td>Sold</table>");
  std::vector<Verdict> verdicts(5);
  for (Verdict& verdict : verdicts) verdict.score = 0.4f;
  verdicts[0].kept = true;
  verdicts[3].score = 0.3f;
  keep_what_belongs(page.survey, verdicts);
  CHECK(verdicts[1].kept);
  CHECK(verdicts[2].kept);
  CHECK(verdicts[2].reason == "of a kept table");
  CHECK(!verdicts[3].kept);
  CHECK(!verdicts[4].kept);
}

TEST_CASE("A short line of a card is kept where it is kept of most cards") {
  const auto cards = [](const std::vector<int>& kept, float score, const std::string& line = "Truro") {
    std::string html;
    for (std::size_t i = 0; i < kept.size(); ++i)
      html += "<div class=card><p class=name>Loaf</p><p class=place>" + line + "</p></div>";
    const SurveyedPage page(html);
    std::vector<Verdict> verdicts(2 * kept.size());
    for (std::size_t i = 0; i < kept.size(); ++i) {
      verdicts[2 * i + 1].kept = kept[i] != 0;
      verdicts[2 * i + 1].score = score;
    }
    keep_lines_of_cards(page.survey, verdicts);
    std::vector<int> left;
    for (std::size_t i = 0; i < kept.size(); ++i) {
      CHECK_FALSE(verdicts[2 * i].kept);
      left.push_back(verdicts[2 * i + 1].kept ? 1 : 0);
    }
    return left;
  };
  using Kept = std::vector<int>;
  CHECK(cards({1, 1, 0}, 0.3f) == Kept{1, 1, 1});
  CHECK(cards({1, 0, 1, 0}, 0.3f) == Kept{1, 0, 1, 0});
  CHECK(cards({1, 1, 0}, 0.1f) == Kept{1, 1, 0});
  CHECK(cards({1, 0}, 0.3f) == Kept{1, 0});
  CHECK(cards({1, 1, 0}, 0.3f, "A sentence of more than eight words is not short.") == Kept{1, 1, 0});
}

TEST_CASE("Code between kept text is kept, in a manual whatever is around it") {
  const std::string before = "Call the function once for each row and wait until it has come back.";
  const std::string after = "The second call finds what the first one has left, and adds to that.";
  const std::string html =
      "<section><p>" + before + "</p></section><div><div><pre>f(1);</pre></div></div><p>" + after + "</p>";
  const Texts code{"f(1);"};
  CHECK(left(html, code, 0.15f) == Texts{before, "f(1);", after});
  CHECK(left(kArticle + html, code, 0.15f) == Texts{before, after});
  // Behind the last text it has to be likelier.
  const std::string at_end = "<p>" + before + "</p><pre>f(1);</pre>";
  CHECK(left(at_end, code, 0.15f) == Texts{before});
  CHECK(left(at_end, code, 0.3f) == Texts{before, "f(1);"});
  CHECK(left(kArticle + at_end, code, 0.3f) == Texts{before});
}

TEST_CASE("A run of code is kept beyond the tabs and buttons of its editor") {
  const std::string before = "Call the function once for each row and wait until it has come back.";
  const std::string after = "The second call finds what the first one has left, and adds to that.";
  const std::string editor =
      "<div><button>npm</button><p>yarn</p><p>pnpm</p><p>deno</p><p>Copy</p><pre>f(1);</pre><pre>g(2);</pre>"
      "<p>Show more</p></div>";
  const Texts dropped{"npm", "yarn", "pnpm", "deno", "Copy", "f(1);", "g(2);", "Show more"};
  const std::string html = "<p>" + before + "</p>" + editor + "<p>" + after + "</p>";
  CHECK(left(html, dropped, 0.15f) == Texts{before, "f(1);", "g(2);", after});
  CHECK(left(kArticle + html, dropped, 0.15f) == Texts{before, after});
  const std::string long_line = "<p>This line of the page is not one that the bar of an editor has.</p>";
  const std::string apart = "<p>" + before + "</p>" + long_line + long_line + long_line + "<pre>f(1);</pre>";
  CHECK(left(apart + "<p>" + after + "</p>",
             {"f(1);", "This line of the page is not one that the bar of an editor has."},
             0.15f) == Texts{before, after});
}

TEST_CASE("Items between kept ones of their list are kept, posts of a thread and comments are not") {
  const std::string list = "<ul><li>flour</li><li>water</li><li><h3>Salt</h3></li><li>yeast</li></ul>";
  CHECK(left(list, {"water", "Salt"}, 0.06f) == Texts{"flour", "water", "yeast"});
  CHECK(left(list, {"water", "Salt"}, 0.01f) == Texts{"flour", "yeast"});
  CHECK(left(list, {"flour", "water", "Salt"}, 0.06f) == Texts{"yeast"});
  const std::string thread = "<script type='application/ld+json'>{\"@type\": \"QAPage\"}</script>";
  CHECK(left(thread + list, {"water", "Salt"}, 0.06f) == Texts{"flour", "yeast"});
  CHECK(left("<div class=comments>" + list + "</div>", {"water", "Salt"}, 0.06f) == Texts{"flour", "yeast"});
}
