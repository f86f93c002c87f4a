#include "../finished_page.hpp"
#include "catch.hpp"
#include "page_texts.hpp"

using namespace clean_article;
using namespace clean_article::extract;

namespace {

const std::string kRemark = "Mine has been in the fridge since Christmas.";

std::string comment(const std::string& name) {
  return "<li class=" + name + "><b class=author>Ann</b><i class=date>2 May 2021</i><p>" + kRemark +
         "</p></li>";
}
std::size_t taken(const std::string& page, float score = 0.9f) {
  return taken_by("comments-section", page, score).size();
}

}  // namespace

TEST_CASE("What readers wrote goes, in a section of comments and item by item") {
  const std::string text = kArticle + repeated(kProse, 3);
  CHECK(taken(text + "<div id=comments><ol>" + repeated(comment("item"), 3) + "</ol></div>") > 3);
  CHECK(taken(text + "<ol>" + repeated(comment("comment"), 2) + "</ol>") > 2);
  CHECK(taken(text + "<ol>" + repeated(comment("item"), 2) + "</ol>") == 0);
}

TEST_CASE("However long they are, comments that an engine drew go; others where more stands before them") {
  const auto page = [](const std::string& name, int times) {
    return kProse + "<ol class=" + name + ">" + repeated(comment("comment"), times) + "</ol>";
  };
  CHECK(taken(page("comment-list", 40)) > 40);
  CHECK(taken(page("comments", 40)) == 0);
  CHECK(taken(kArticle + page("comments", 40)) > 40);
}

TEST_CASE("A body that is named after comments stays") {
  CHECK(taken(kArticle + kProse + "<div class=comment-page>" + repeated(kProse, 9) + comment("item") +
              "</div>") == 0);
  CHECK(taken(kArticle + kProse + "<div class=comment-page>" + repeated(kProse, 2) + "</div>") == 0);
  CHECK(taken("<title>Say it</title>" + kArticle + kProse + "<div class=comments><h1>Say it</h1>" +
              comment("item") + "</div>") == 0);
}

TEST_CASE("Comments one by one count together, and none as the text before the next") {
  CHECK(taken(kProse + repeated("<div>" + comment("comment") + "</div>", 9)) == 0);
  CHECK(taken(repeated(kProse, 9) + repeated("<div>" + comment("comment") + "</div>", 3)) == 6);
}

TEST_CASE("More comments than text may stand below it where the scorer doubts them, but no thread") {
  const auto page = [](int comments) {
    FinishedPage page(kProse + repeated("<div>" + comment("comment") + "</div>", comments), 0.9f);
    page.judge(kRemark, 0.3f, true).judge("Ann 2 May 2021", 0.1f, true).judge("Ann2 May 2021", 0.1f, true);
    return page.recognise_all().run("comments-section").gone().size();
  };
  CHECK(page(12) == 24);
  CHECK(page(200) == 0);
}

TEST_CASE("Who wrote may be said by a heading") {
  const std::string post =
      "<div class=post><a class=post-date>3 May 2021</a><h3 class=username>Ann</h3>" + p(kRemark) + "</div>";
  CHECK(taken(kProse + "<div id=discourse-comments>" + repeated(post, 3) + "</div>") == 9);
}

TEST_CASE("Where nothing stands before them, and in threads, comments are the content") {
  const std::string comments = "<ol class=comment-list>" + repeated(comment("comment"), 3) + "</ol>";
  CHECK(taken(kArticle + comments) == 0);
  CHECK(taken(kThread + kProse + comments) == 0);
  CHECK(taken(kArticle + "<div class=question>" + repeated(kProse, 3) + "</div>" + comments) == 0);
  const auto at = [&](const std::string& address) {
    return "<link rel=canonical href='" + address + "'>" + kArticle + kProse + comments;
  };
  CHECK(taken(at("https://forum.example.org/1")) == 0);
  CHECK(taken(at("https://example.org/threads/1")) == 0);
  CHECK(taken(at("https://example.org/threads-of-silk")) > 0);
}

TEST_CASE("A list of the latest topics beside an article does not make a thread of it") {
  const std::string comments = "<ol class=comment-list>" + repeated(comment("comment"), 3) + "</ol>";
  CHECK(taken(kArticle + "<div class=forum-topics>" + p("A word.") + "</div>" + repeated(kProse, 3) +
              comments) > 0);
}

TEST_CASE("Comments that stand under a heading over comments go with it") {
  const auto section = [](const std::string& heading) {
    return "<div><h3>" + heading + "</h3><ol>" + repeated(comment("item"), 2) + "</ol></div>";
  };
  const std::string text = kArticle + repeated(kProse, 3);
  CHECK(taken(text + section("3 Comments")) == 5);
  CHECK(taken(text + section("3 Tents")) == 0);
  CHECK(taken(text + "<div><p>3 Comments</p><ol>" + repeated(comment("item"), 2) + "</ol></div>") == 0);
}

TEST_CASE("What stands between two sections of comments stays") {
  const std::string comments = "<ol class=comments>" + repeated(comment("item"), 2) + "</ol>";
  CHECK(taken(kArticle + repeated(kProse, 3) + comments + kProse + comments) == 8);
}
