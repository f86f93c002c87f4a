#include "../finished_page.hpp"
#include "catch.hpp"
#include "page_texts.hpp"

using namespace clean_article;
using namespace clean_article::extract;

namespace {

const std::string kAnswer = "Turn the key to the left and pull, for the lock was fitted upside down.";

Texts gone(const std::string& head, const std::string& list) {
  return taken_by("remark", head + p(kAnswer) + list, 0.9f);
}
Texts gone(const std::string& list) {
  return gone(kQuestion, list);
}
std::string comments(const std::string& item, int levels = 0) {
  return "<div class=comments>" + nested("<ul>" + item + "</ul>", levels) + "</div>";
}

}  // namespace

TEST_CASE("Dated items of a comment list are remarks, save in threads without a question") {
  CHECK(gone(comments("<li>Mine turns right. Maud, 17 May 2024</li>")).size() == 1);
  CHECK(gone(comments("<li>Mine turns right. Maud</li>")).empty());
  CHECK(gone("<ul><li>Mine turns right. Maud, 17 May 2024</li></ul>").empty());
  CHECK(gone(kArticle, comments("<li>Mine turns right. Maud, 17 May 2024</li>")).size() == 1);
  CHECK(gone(kThread, comments("<li>Mine turns right. Maud, 17 May 2024</li>")).empty());
  CHECK(gone("<div class=comments><p>Mine turns right. Maud, 17 May 2024</p></div>").empty());
}

TEST_CASE("A remark is short and near what names the list") {
  const std::string date = " 17 May 2024";
  CHECK(gone(comments("<li>" + words(147) + date + "</li>")).size() == 1);
  CHECK(gone(comments("<li>" + words(148) + date + "</li>")).empty());
  CHECK(gone(comments("<li>Mine turns right. Maud," + date + "</li>", 2)).size() == 1);
  CHECK(gone(comments("<li>Mine turns right. Maud," + date + "</li>", 3)).empty());
}

TEST_CASE("The date may stand apart in a remark's item") {
  const auto item = [](int more) {
    return comments("<li>" + p("Mine turns to the right.") + repeated(p("And so on."), more) +
                    p("Maud, 17 May 2024") + "</li>");
  };
  CHECK(gone(kQuestion, item(0)).size() == 2);
  CHECK(gone(kQuestion, item(10)).size() == 12);
  CHECK(gone(kQuestion, item(11)).size() == 1);  // a list of remarks, not one: the dated line goes alone
}

TEST_CASE("An item without a date is no remark on a page of questions either, nor what was left out") {
  const std::string two = p("Mine turns to the right.") + p("And so on.");
  CHECK(gone(kQuestion, comments("<li>" + two + "</li>")).empty());
  CHECK(gone(kQuestion, p("17 May 2024") + comments("<li>" + two + "</li>") + p("17 May 2024")).empty());
  const std::string item = "Mine turns right. Maud, 17 May 2024";
  CHECK(decided_by_rule("remark", kQuestion + p(kAnswer) + comments("<li>" + item + "</li>"), {item}, 0.9f)
            .empty());
}
