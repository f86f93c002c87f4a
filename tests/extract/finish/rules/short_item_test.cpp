#include "../finished_page.hpp"
#include "catch.hpp"
#include "page_texts.hpp"

using namespace clean_article;
using namespace clean_article::extract;

namespace {

const std::string kFirst = "The ferry stays in port today because of the wind, says the town.";
const std::string kSecond = "It sails again tomorrow.";

Texts joined(const std::string& dated, const std::string& behind, float score = 0.1f) {
  FinishedPage page("<h1>The ferry</h1>" + dated + "<div>" + p(kFirst) + behind + "</div>", 0.1f);
  page.leave_out_all().judge(kFirst, 0.3f, true).judge(kSecond, score, false);
  return page.run("short-item").decided();
}

const std::string kDate = "<p>2 May 2021</p>";

}  // namespace

TEST_CASE("A sentence beside the kept one of a short item stays") {
  CHECK(joined(kDate, p(kSecond)) == Texts{kSecond});
  CHECK(joined("", p(kSecond)).empty());
  CHECK(joined(kArticle, p(kSecond)) == Texts{kSecond});
  CHECK(joined(kDate, p(kSecond), 0.09f).empty());
}

TEST_CASE("A short item ends where something else begins") {
  CHECK(joined(kDate, p("Share this") + p(kSecond)).empty());
  CHECK(joined(kDate, p("<a href=x>It sailed yesterday.</a>") + p(kSecond)).empty());
  CHECK(joined(kDate, "<h2>More</h2>" + p(kSecond)).empty());
  CHECK(joined(kDate, "<section>" + p(kSecond) + "</section>").empty());
}

TEST_CASE("Of a longer text the scorer is surer, and of nothing that is kept nothing follows") {
  const auto joined_behind = [](int count) {
    const std::string text = words(count) + ".";
    FinishedPage page("<h1>The ferry</h1>" + kDate + "<div>" + p(text) + p(kSecond) + "</div>", 0.3f);
    return page.leave_out({kSecond})
        .leave_out({"The ferry", "2 May 2021"})
        .run("short-item")
        .decided()
        .size();
  };
  CHECK(joined_behind(100) == 1);
  CHECK(joined_behind(101) == 0);
  FinishedPage page("<h1>The ferry</h1>" + kDate + "<div>" + p(kFirst) + p(kSecond) + "</div>", 0.3f);
  CHECK(page.leave_out_all().run("short-item").decided().empty());
}
