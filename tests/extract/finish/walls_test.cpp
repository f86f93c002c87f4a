#include "extract/finish/walls.hpp"

#include <string>

#include "catch.hpp"
#include "extract/finish/verdict.hpp"
#include "surveyed_page.hpp"

using namespace clean_article;
using namespace clean_article::extract;

namespace {

// What a page is of which every block is kept.
std::string wall(const std::string& html, bool kept = true) {
  SurveyedPage page(html);
  const std::vector<Verdict> verdicts(page.survey.size(),
                                      Verdict{.score = 1, .kept = kept, .reason = {}, .phrase = {}});
  return std::string(find_wall(page.page.document(), page.survey, verdicts));
}

const std::string kRobot = "asks for a proof that its reader is no robot";
const std::string kProse =
    "<p>The county has bought a new ferry, which will sail from the first of May. It holds forty cars and "
    "two "
    "hundred people, and it is painted white, which the ferryman thinks is a mistake. He has asked for a "
    "boat that "
    "is as red as the one that his father had.</p>";

}  // namespace

TEST_CASE("A proof that no robot reads is asked for") {
  CHECK(wall("<title>Just a moment...</title><h2>Checking your browser</h2><p>Please wait.</p>") == kRobot);
  CHECK(wall("<title>ferry.example</title><p>Checking if the site connection is secure</p>") == kRobot);
  CHECK(wall("<title>Ferry</title><script>window._cf_chl_opt={}</script><p>Vänta</p>") == kRobot);
  CHECK(wall("<p>Bitte bestätigen Sie, dass Sie kein Roboter sind.</p>") == kRobot);
  CHECK(wall("<title>百度安全验证</title><p>请完成下方验证后继续操作</p>") == kRobot);
}

TEST_CASE("JavaScript, ads, consent and a log-in are asked for, in many languages") {
  CHECK(wall("<noscript><h1>Sorry</h1><p>Please enable JavaScript to view this page.</p></noscript>") ==
        kAsksForScripts);
  CHECK(wall("<p>Bitte aktivieren Sie JavaScript in Ihrem Browser.</p>") == kAsksForScripts);
  CHECK(wall("<p>Пожалуйста, включите JavaScript.</p>") == kAsksForScripts);
  CHECK(wall("<p>It looks like you’re using an ad blocker.</p><p>Please turn off your ad blocker to read "
             "on.</p>") == "asks for its ads to be shown");
  CHECK(wall("<p>Weiter mit Werbung: Lesen Sie uns mit Werbung und Tracking. Zustimmung jederzeit über den "
             "Link am "
             "Ende der Seite widerrufbar.</p><p>Oder im PUR-Abo werbefrei lesen.</p>") ==
        "asks for consent or a subscription");
  CHECK(wall("<title>Log in | Ferry club</title><p>Name</p><input type=password>") == "asks for a log-in");
  CHECK(wall("<p>You must be logged in to view this thread.</p>") == "asks for a log-in");
}

TEST_CASE("Errors that are sent as pages are none") {
  CHECK(wall("<title>Page not found</title><p>Nothing is here.</p>") == "is an error page");
  CHECK(wall("<title>503 Service Unavailable</title><p>Try again later.</p>") == "is an error page");
  CHECK(wall("<title>Wartungsarbeiten - Fähre</title><p>Wir sind bald zurück.</p>") == "is an error page");
}

TEST_CASE("The reason is known where nothing was kept, too") {
  CHECK(wall("<p>You need to enable JavaScript to run this app.</p>", false) == kAsksForScripts);
  CHECK(wall("<p>Nothing.</p>", false).empty());
}

TEST_CASE("An article about walls, and a teaser before one, are text") {
  CHECK(wall("<title>Just a moment...</title>" + kProse + kProse + kProse + kProse).empty());
  CHECK(wall(kProse + "<p>Please log in to continue.</p>").empty());
  CHECK(wall(kProse + "<p>Some things need JavaScript: please enable JavaScript.</p>").empty());
  CHECK(wall("<meta property=og:type content=article><p>Please enable JavaScript. That is what the page said "
             "to the "
             "ferryman when he wanted to know how high the water was in the night of the flood.</p>" +
             kProse)
            .empty());
  CHECK(wall("<title>Access denied</title>" + kProse + kProse).empty());
}
