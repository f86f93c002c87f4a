// How strictly a page is cut, by what it says that it is, by its prose and by the lean that was asked for.
#include <cmath>
#include <string>
#include <vector>

#include "catch.hpp"
#include "extract/judge/extractor.hpp"
#include "surveyed_page.hpp"

using namespace clean_article::extract;

namespace {

const std::string kParagraph =
    "<p>The mill by the river turned again on Sunday, for the first time in forty years, with a new "
    "wheel.</p>";
const std::string kHeading = "<h2>Wheels of oak and of elm</h2>";

SelectOptions cut_of(const std::string& html, float lean = 0) {
  const SurveyedPage page(html);
  return page_cut(page.survey, lean);
}

bool doubtful(float score, Step step = Step::kEmptyPage, std::string_view reason = {}) {
  const SurveyedPage page(kParagraph);
  const std::vector<Verdict> verdicts = {
      {.score = score, .kept = false, .step = step, .rule = nullptr, .reason = reason, .phrase = {}}};
  Extraction extraction;
  extraction.survey = &page.survey;
  extraction.verdicts = &verdicts;
  return is_doubtful(extraction);
}

}  // namespace

TEST_CASE("An article is cut more strictly than a product, a product than pages that say nothing") {
  const SelectOptions article = cut_of("<meta property='og:type' content='article'>" + kParagraph);
  CHECK(article.recall_weight == 0.8f);
  CHECK(article.doubt_power == 0.97f);
  const SelectOptions product = cut_of("<meta property='og:type' content='product'>" + kParagraph);
  CHECK(product.recall_weight == 0.95f);
  CHECK(product.doubt_power == 1.07f);
  CHECK(cut_of(kParagraph).recall_weight == 1.0f);
  CHECK(article.empty_below == SelectOptions{}.empty_below);
}

TEST_CASE("The more of a page is prose, the more strictly it is cut") {
  const float none = cut_of(kHeading).doubt_power;
  const float all = cut_of(kParagraph).doubt_power;
  const float half = cut_of(kParagraph + kHeading + kHeading + kHeading).doubt_power;
  CHECK(none == Approx(0.63f));
  CHECK(all == Approx(0.92f));
  CHECK(half > none + 0.1f);
  CHECK(half < all - 0.1f);
  CHECK(cut_of("").doubt_power == Approx(0.63f));
}

TEST_CASE(
    "A lean doubles or halves the weight of what is left out; only at recall a page counts as empty later") {
  const SelectOptions plain = cut_of(kParagraph);
  const SelectOptions recall = cut_of(kParagraph, 1);
  const SelectOptions precision = cut_of(kParagraph, -1);
  CHECK(recall.recall_weight == Approx(2 * plain.recall_weight));
  CHECK(precision.recall_weight == Approx(plain.recall_weight / 2));
  CHECK(recall.doubt_power == Approx(plain.doubt_power * 0.6f));
  CHECK(precision.doubt_power == Approx(plain.doubt_power / 0.6f));
  CHECK(recall.empty_below == 0.015f);
  CHECK(precision.empty_below == plain.empty_below);
}

TEST_CASE("A page is doubtful where its best block would do at recall, and no rule has taken it") {
  CHECK(doubtful(0.015f));
  CHECK_FALSE(doubtful(0.0149f));
  CHECK_FALSE(doubtful(0.2f, Step::kScorer));
  CHECK_FALSE(doubtful(0.2f, Step::kEmptyPage, "said"));
}
