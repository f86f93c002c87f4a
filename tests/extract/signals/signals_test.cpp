#include "extract/signals/signals.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "catch.hpp"
#include "surveyed_page.hpp"

using namespace clean_article;
using namespace clean_article::extract;

namespace {

const char* const kPage =
    "<title>Rain in May - The Paper</title><nav class=menu><ul><li><a href=a>Home</a><li><a "
    "href=b>News</a></ul></nav>"
    "<main><h1>Rain in May</h1><div class=article-body><p>It rained for most of the month, and the river "
    "rose by a "
    "metre, which nobody had expected of it in a spring like this one.</p><p>The town has built a wall of "
    "sand, and "
    "it is said that it will hold for as long as the rain does not come back in "
    "June.</p><ul><li>One</ul></div>"
    "<aside><h3>Related</h3><a href=c>Snow in June</a></aside></main><footer>Copyright The Paper</footer>";

std::size_t block_with(const SurveyedPage& page, const std::string& beginning) {
  const auto texts = page.page.texts();
  for (std::size_t i = 0; i < texts.size(); ++i)
    if (texts[i].starts_with(beginning)) return i;
  FAIL("no block begins with " << beginning);
  return 0;
}

}  // namespace

TEST_CASE("Every signal of every block is set, to a number") {
  for (const char* html : {kPage, "<p>one", "<h1>a</h1><h1>b</h1>"}) {
    const SurveyedPage page(html);
    SignalTable table;
    table.reset(page.survey.size());
    for (std::size_t i = 0; i < page.survey.size(); ++i)
      std::fill_n(table.row_data(i), kSignalCount, std::numeric_limits<float>::quiet_NaN());
    fill_signals(page.survey, table);
    for (std::size_t i = 0; i < page.survey.size(); ++i)
      for (std::size_t s = 0; s < kSignalCount; ++s) {
        CAPTURE(i, signal_name(static_cast<Signal>(s)));
        CHECK_FALSE(std::isnan(table.row(i)[s]));
      }
  }
}

TEST_CASE("Signals tell the article from what surrounds it") {
  const SurveyedPage page(kPage);
  SignalMaker maker;
  const SignalTable& table = maker.make(page.survey);
  const std::size_t home = block_with(page, "Home");
  const std::size_t title = block_with(page, "Rain in May");
  const std::size_t first = block_with(page, "It rained");
  const std::size_t related = block_with(page, "Snow");
  const std::size_t footer = block_with(page, "Copyright");

  CHECK(table.get(home, Signal::near_nav) < 5);
  CHECK(table.get(first, Signal::near_nav) == Survey::kFar);
  CHECK(table.get(first, Signal::class_near_body) == 1);
  CHECK(table.get(footer, Signal::near_footer) == 0);
  CHECK(page.survey.title_block == title);
  CHECK(table.get(first, Signal::from_title) == 1);
  CHECK(table.get(first, Signal::grandparent_relative) == 1);
  CHECK(table.get(home, Signal::grandparent_relative) == 0);
  CHECK(table.get(related, Signal::heading_announces) == float{kAnnouncesRelated});
  CHECK(table.get(first, Signal::mass85_above) == 0);
  CHECK(table.get(footer, Signal::mass85_above) > 0);
  CHECK(table.get(first, Signal::anchor_gap) == 0);
  CHECK(table.get(footer, Signal::anchor_gap) > 0);
  CHECK(table.get(home, Signal::anchor_gap) < 0);
}

TEST_CASE("Signals do not depend on pages seen before") {
  const SurveyedPage page(kPage);
  SignalMaker fresh;
  const SignalTable expected = fresh.make(page.survey);
  SignalMaker used;
  const SurveyedPage other(
      "<div><h2>Other</h2><p>Something else, and more of it than one would want.</p></div>");
  used.make(other.survey);
  const SignalTable& again = used.make(page.survey);
  for (std::size_t i = 0; i < expected.blocks(); ++i)
    CHECK(std::equal(expected.row(i).begin(), expected.row(i).end(), again.row(i).begin()));
}

TEST_CASE("Signals that were forgotten are made again") {
  const SurveyedPage page(kPage);
  SignalMaker maker;
  const SignalTable expected = maker.make(page.survey);
  maker.forget();
  const SignalTable& again = maker.make(page.survey);
  REQUIRE(again.blocks() == expected.blocks());
  CHECK(std::ranges::equal(again.rows(), expected.rows()));
  maker.forget();
  CHECK(again.blocks() == 0);
}

TEST_CASE("A page's first million words are compared with each other, later ones count as said once") {
  const auto copies = [](std::size_t words) {
    const std::string twice = "<p>The harbour was closed for most of May</p>";
    constexpr std::size_t kWordsOfIt = 8;
    std::string others = "<p>";
    for (std::size_t i = 0; i < words - 2 * kWordsOfIt; ++i) others += "a ";
    const SurveyedPage page(twice + others + "</p>" + twice);
    REQUIRE(page.measures.tokens.size() == words);
    SignalMaker maker;
    return maker.make(page.survey).get(2, Signal::copies_earlier);
  };
  CHECK(copies(kMostComparedWords) == 1);
  CHECK(copies(kMostComparedWords + 1) == 0);
}
