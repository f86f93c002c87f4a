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

TEST_CASE("A short item of a declared article stands before however many comments, others open threads") {
  const auto taken_behind = [](const std::string& declared, const std::string& date) {
    FinishedPage page(
        declared + "<div><h1>The ferry</h1>" + date +
            "<div><p>The ferry stays in port today because of the wind, says the town.</p></div>" +
            "<ol class=remarks>" + repeated(comment("comment"), 50) + "</ol></div>",
        0.3f);
    return page.recognise_all().run("comments-section").gone().size();
  };
  CHECK(taken_behind(kArticle, "") == 100);
  CHECK(taken_behind("", "<p>2 May 2021</p>") == 0);
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

TEST_CASE("What microdata declares a comment goes, whatever stands in it") {
  const std::string text = kProse + p("Turn it round.");
  CHECK(taken(text + "<div itemprop=comment>" + p(kRemark) + "</div>") == 1);
  CHECK(taken(text + "<div itemprop=text>" + p(kRemark) + "</div>") == 0);
  CHECK(taken(kProse + "<div itemprop=comment></div><ol class=comments>" + repeated(comment("item"), 40) +
              "</ol>") == 0);
  CHECK(taken(kProse + "<div><h3>3 Comments</h3><ol class=comment-list>" + repeated(comment("item"), 40) +
              "</ol></div>") == 81);
}

TEST_CASE("Comments show two of who wrote, when, and how to answer") {
  const auto shows = [](const std::string& inside, const std::string& name = "comments") {
    FinishedPage page(kArticle + repeated(kProse, 3) + "<div class='" + name + "'>" + inside + "</div>",
                      0.9f);
    page.recognise("Answer", site::PhraseClass::kComments).recognise("Posted", site::PhraseClass::kByline);
    return !page.run("comments-section").gone().empty();
  };
  // Named so an element says who, and not when.
  const std::string who = "<p class=bio>Ann</p>";
  const std::string when = p("2 May 2021");
  const std::string answer = p("Answer");
  CHECK(shows(who + when));
  CHECK(shows(who + answer));
  CHECK(shows(when + answer));
  CHECK(shows(who + p("Posted")));
  CHECK(shows(who + "<p class=meta>soon</p>"));
  for (const std::string& one : {who, when, answer}) CHECK_FALSE(shows(one + one));
  // What a heading says besides who, and what the section itself is named, do not count.
  CHECK(shows("<h4 class=bio>Ann</h4>" + when));
  CHECK_FALSE(shows("<h4>2 May 2021</h4>" + who));
  CHECK_FALSE(shows(when + when, "comments bio"));
  CHECK_FALSE(shows("<p class=bio>Ann 2 May 2021</p>"));
  CHECK(shows("<p class=bio>Ann 2 May 2021</p>" + p("Fine.")));
  CHECK(shows("<p class=bio>" + words(14) + "</p>" + when));
  CHECK_FALSE(shows("<p class=bio>" + words(15) + "</p>" + when));
  CHECK(shows(p(words(80)) + who + when));
  CHECK_FALSE(shows(p(words(81)) + who + when));
  CHECK(shows(who + p(words(200)) + when));
}

TEST_CASE("Fifty headings over comments are looked at, and none that is the title") {
  const std::string section = "<div><h3>3 Comments</h3><ol>" + repeated(comment("item"), 2) + "</ol></div>";
  const std::string text = kArticle + repeated(kProse, 3);
  CHECK(taken(text + repeated("<h3>Comments</h3>", 49) + section) == 5);
  CHECK(taken(text + repeated("<h3>Comments</h3>", 50) + section) == 0);
  CHECK(taken("<title>3 Comments</title>" + text + section) == 0);
}

TEST_CASE("A title above the comments or below them does not keep them") {
  const std::string title = "<h1>Say it</h1>";
  const std::string comments = "<ol class=comments>" + repeated(comment("item"), 2) + "</ol>";
  const std::string head = "<title>Say it</title>" + kArticle;
  CHECK(taken(head + title + kProse + comments) == 4);
  CHECK(taken(head + kProse + comments + title) == 4);
}

TEST_CASE("A text of twelve likely words stands before comments") {
  const std::string comments = "<ol class=comments>" + repeated(comment("item"), 2) + "</ol>";
  CHECK(taken(kArticle + p(words(12)) + comments, 1) == 4);
  CHECK(taken(kArticle + p(words(11)) + comments, 1) == 0);
}

TEST_CASE("Where no article is declared, comments are fewer than the text or doubted, and text is likely") {
  // Twenty words of text, and one comment of so many with this score.
  const auto goes = [](int count, float score) {
    FinishedPage page(p(words(20)) + "<div class=comments><p class=author>Ann</p>" + p("2 May 2021") +
                      p(words(count, "c")) + "</div>");
    page.judge(words(20), 1, true).judge(words(count, "c"), score, true);
    return !page.run("comments-section").gone().empty();
  };
  CHECK(goes(33, 0.6f));
  CHECK_FALSE(goes(34, 0.6f));
  CHECK(goes(290, 0.4f));
  CHECK_FALSE(goes(310, 0.4f));
  const auto behind = [](const std::string& text, float score) {
    const std::string remark = "Mine has been in the fridge.";
    FinishedPage page(
        text + "<div class=comments><p class=author>Ann</p>" + p("2 May 2021") + p(remark) + "</div>", score);
    return page.judge(remark, 0, true)
               .judge("Ann", 0, true)
               .judge("2 May 2021", 0, true)
               .run("comments-section")
               .gone()
               .size() == 3;
  };
  CHECK(behind(p(words(40)), 0.5f));
  CHECK_FALSE(behind(p(words(40)), 0.49f));
  CHECK(behind(repeated(p(words(10)), 3), 1));
  CHECK_FALSE(behind(repeated(p(words(9)), 3), 1));
}

TEST_CASE("Of a section within another one declaration or engine is enough") {
  const std::string comments = repeated("<p>" + kRemark + "</p>", 40);
  CHECK(taken(kProse + "<div itemprop=comment>" + comments + "</div>") == 40);
  const std::string headed =
      "<div><h3>3 Comments</h3><p class=bio>Ann</p><p>2 May 2021</p>" + comments + "</div>";
  CHECK(taken(kProse + headed) == 0);
  CHECK(taken(kProse + "<div class=comment-list>" + headed + "</div>") == 43);
  CHECK(taken(kProse + "<div class=comment-list><p>Be kind.</p>" + headed + "</div>") == 44);
}

TEST_CASE("A heading over comments is none of them, the block behind it is one") {
  const std::string text = kArticle + repeated(kProse, 3);
  const std::string when = p("2 May 2021");
  CHECK(taken(text + "<div><h3>3 Comments</h3><p class=bio>Ann</p>" + when + "</div>") == 3);
  CHECK(taken(text + "<div><h3 class=bio>3 Comments</h3>" + when + when + "</div>") == 0);
}

TEST_CASE("Comments that an engine drew need show but one of these") {
  const auto boxes = [](const std::string& name) {
    return kArticle + repeated(kProse, 3) +
           repeated(
               "<div class=comment><p class=" + name + ">Posted on 2 May 2021</p>" + p(kRemark) + "</div>",
               3);
  };
  CHECK(taken(boxes("CommentPoster")) == 6);
  CHECK(taken(boxes("comment-line")) == 0);
}
