#include "extract/finish/walls.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "catch.hpp"
#include "extract/finish/verdict.hpp"
#include "rules/page_texts.hpp"
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
const std::string kFerry =
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
  CHECK(wall("<title>Just a moment...</title>" + kFerry + kFerry + kFerry + kFerry).empty());
  CHECK(wall(kFerry + "<p>Please log in to continue.</p>").empty());
  CHECK(wall(kFerry + "<p>Some things need JavaScript: please enable JavaScript.</p>").empty());
  CHECK(wall("<meta property=og:type content=article><p>Please enable JavaScript. That is what the page said "
             "to the "
             "ferryman when he wanted to know how high the water was in the night of the flood.</p>" +
             kFerry)
            .empty());
  CHECK(wall("<title>Access denied</title>" + kFerry + kFerry).empty());
}

namespace {

// A text of so many words in all that begins so.
std::string lasting(const std::string& beginning, int words_in_all) {
  const auto own = 1 + static_cast<int>(std::count(beginning.begin(), beginning.end(), ' '));
  return p(beginning + " " + words(words_in_all - own));
}

const std::string kScripts = "Please enable JavaScript to view this page";
const std::string kAds = "Please disable your ad blocker";
const std::string kConsent = "asks for consent or a subscription";

}  // namespace

TEST_CASE("Each kind of wall has its most words") {
  const auto last = [](const std::string& beginning, int words_in_all) {
    return std::pair(!wall(lasting(beginning, words_in_all)).empty(),
                     !wall(lasting(beginning, words_in_all + 1)).empty());
  };
  const std::pair within(true, false);
  CHECK(last(kScripts, 120) == within);
  CHECK(last(kAds, 200) == within);
  CHECK(last("You must be logged in to read on", 120) == within);
  CHECK(last("Just checking that you are human: please verify you are human", 200) == within);
  CHECK(last("Before you continue to the ferry", 200) == within);
  const auto asks = [](int times) {
    return "Before you continue to the ferry" + repeated(" consent", times);
  };
  CHECK(last(asks(12), 600) == within);
  CHECK(wall(lasting(asks(7), 300)).empty());
  CHECK(wall(lasting(asks(12), 300)) == kConsent);
  // Where nothing is kept, by the words of the whole page.
  const std::string page = p(kScripts) + repeated(p(words(4)), 148);
  CHECK(wall(page + p("x"), false) == kAsksForScripts);
  CHECK(wall(page + p("x") + p("x"), false).empty());
}

TEST_CASE("An error page is titled so and short") {
  const auto is_error = [](const std::string& title, const std::string& text) {
    return wall("<title>" + title + "</title>" + text) == "is an error page";
  };
  CHECK(is_error("Page not found", p(words(120))));
  CHECK_FALSE(is_error("Page not found", p(words(121))));
  CHECK(is_error("503 Service Unavailable", p(words(60))));
  CHECK_FALSE(is_error("503 Service Unavailable", p(words(61))));
  // Fewer than five words are no sentence.
  CHECK(is_error("503 Service Unavailable", repeated(p(words(4)), 20)));
  CHECK_FALSE(is_error("503 Service Unavailable", repeated(p(words(5)), 13)));
  CHECK(is_error("503 Service Unavailable", "<h2>" + words(61) + "</h2>"));
  for (const char* const title : {"Ferry - 503 Service Unavailable", "503 Service Unavailable | Ferry",
                                  "Ferry – 503 Service Unavailable", "Ferry: 503 Service Unavailable",
                                  "503 Service Unavailable · Ferry", "503 Service Unavailable — Ferry"})
    CHECK(is_error(title, p(words(20))));
  CHECK_FALSE(is_error("Why 503 Service Unavailable is a lie", p(words(20))));
}

TEST_CASE("What a wall adds is little, in words or beside what it says") {
  CHECK(wall(p(kScripts) + p(words(25))) == kAsksForScripts);
  CHECK(wall(p(kScripts) + p(words(26))).empty());
  CHECK(wall(lasting(kAds, 140) + p(words(35))) == "asks for its ads to be shown");
  CHECK(wall(lasting(kAds, 140) + p(words(36))).empty());
  const std::string article = "<meta property=og:type content=article>";
  CHECK(wall(article + p(kScripts) + p(words(19))) == kAsksForScripts);
  CHECK(wall(article + p(kScripts) + p(words(20))).empty());
}

TEST_CASE("A log-in is titled so, and says so or asks for a password") {
  const std::string title = "<title>Log in</title>";
  CHECK(wall(title + p(words(25)) + "<input type=password>") == "asks for a log-in");
  CHECK(wall(title + p(words(26)) + "<input type=password>").empty());
  CHECK(wall(title + p("You must be logged in to post.")) == "asks for a log-in");
  CHECK(wall(title + p(words(10)) + "<input type=text>").empty());
}

TEST_CASE("A challenge is known by its source, where that holds next to nothing else") {
  const std::string mark = "<script>window._cf_chl_opt={}</script>";
  CHECK(wall(mark + p(words(100))) == kRobot);
  CHECK(wall(mark + p(words(101))).empty());
  const std::string page = mark + p("Vänta");
  const auto with_bytes = [&](std::size_t bytes) {
    return page + "<!--" + std::string(bytes - page.size() - 7, 'x') + "-->";
  };
  CHECK(wall(with_bytes(60'000)) == kRobot);
  CHECK(wall(with_bytes(60'001)).empty());
}

TEST_CASE("A notice to whoever has an old browser is a wall where the page shows nothing else") {
  for (const char* notice : {"Your browser is out of date, so this page may look odd.",
                             "Lade für ein besseres Erlebnis einen neueren Browser kostenfrei herunter.",
                             "Votre navigateur n'est pas pris en charge, ou plus supporté.",
                             "Ваш браузер устарел, поэтому страница может выглядеть иначе.",
                             "您的浏览器版本过低，请升级后再试。"}) {
    CAPTURE(notice);
    CHECK(wall(p(notice)) == "asks for a newer browser");
    CHECK(wall(p(words(30)) + p(notice)).empty());
  }
  CHECK(wall(p("The shop wrote that my browser was old, and showed me the door.")).empty());
}

TEST_CASE("The parts of a line stand in their order, and near each other") {
  const auto said = [](int between) {
    return !wall(p("Schalten Sie " + std::string(static_cast<std::size_t>(between), 'x') + " Adblocker"))
                .empty();
  };
  CHECK(said(1));
  CHECK(said(78));
  CHECK_FALSE(said(79));
  CHECK(wall(p("Adblocker schalten Sie")).empty());
}

TEST_CASE("What is not kept says nothing of a page of which something is") {
  SurveyedPage page(p(kScripts) + p(words(700)));
  std::vector<Verdict> verdicts(page.survey.size(),
                                Verdict{.score = 1, .kept = true, .reason = {}, .phrase = {}});
  CHECK(find_wall(page.page.document(), page.survey, verdicts).empty());
  verdicts.at(1).kept = false;
  CHECK(find_wall(page.page.document(), page.survey, verdicts) == kAsksForScripts);
}

TEST_CASE("A sentence before a wall is a teaser, save where nothing is kept or the title says what it is") {
  const std::string page = p(words(6)) + p(kScripts);
  CHECK(wall(page).empty());
  CHECK(wall(p(words(4)) + p(kScripts)) == kAsksForScripts);
  CHECK(wall(page, false) == kAsksForScripts);
  CHECK(wall("<title>503 Service Unavailable</title>" + page) == "is an error page");
}

TEST_CASE("The first that a page says tells what it is, wherever in its block") {
  CHECK(wall(p(kScripts) + p(kAds)) == kAsksForScripts);
  CHECK(wall(p(kAds) + p(kScripts)) == "asks for its ads to be shown");
  CHECK(wall(p(words(20) + ". " + kScripts)) == kAsksForScripts);
  CHECK(wall(p(kScripts) + "<input type=password>") == kAsksForScripts);
  CHECK(wall("<title>Log in</title>" + p(words(10)) + "<p type=password>x</p>").empty());
  CHECK_FALSE(wall(p("Schalten Sie den (Adblocker) aus")).empty());
}
