#include "../finished_page.hpp"
#include "catch.hpp"
#include "page_texts.hpp"

using namespace clean_article;
using namespace clean_article::extract;

namespace {

const std::string kQuestionText = "Does a tent for two stand without its poles?";
const std::string kFirst = "No, but two sticks from the wood will do.";
const std::string kSecond = "Mine stood for a week on a rope.";
const std::string kThird = "Bring the poles, the wood is far.";
const std::string kShort = "Thank you all.";  // three words

std::string post(const std::string& text, const std::string& around = "comment") {
  return "<div class=" + around + "><a class=author>heron</a><form>" + p(text) + "</form></div>";
}

// The texts that the rule gives back, of a page of which the scorer took the question alone.
Texts given_back(const std::string& page, float score = 0.15f) {
  Texts kept = joined_by("thread-post", page, {kFirst, kSecond, kThird, kShort, "heron"}, score);
  std::erase(kept, kQuestionText);
  return kept;
}

const std::string kAnswers = post(kFirst) + post(kSecond) + post(kThird);

}  // namespace

TEST_CASE("The posts of a thread stay where the scorer has seen none of them") {
  const std::string question = p(kQuestionText);
  CHECK(given_back(kThread + question + kAnswers) == Texts{kFirst, kSecond, kThird});
  CHECK(given_back(kThread + question + kAnswers + post(kShort)) == Texts{kFirst, kSecond, kThird});
  CHECK(given_back(kThread + question + kAnswers, 0.11f).size() == 3);
  CHECK(given_back(kThread + question + kAnswers, 0.09f).empty());
}

TEST_CASE("Posts are left to the scorer on other pages, and where they are few or unsigned") {
  const std::string question = p(kQuestionText);
  CHECK(given_back(question + kAnswers).empty());
  CHECK(given_back(kArticle + question + kAnswers).empty());
  CHECK(given_back(kThread + question + post(kFirst)).empty());
  CHECK(given_back(kThread + question + post(kFirst) + post(kSecond)).size() == 2);
  const std::string unsigned_post = "<div class=comment><form>" + p(kFirst) + "</form></div>";
  CHECK(given_back(kThread + question + repeated(unsigned_post, 3)).empty());
}

TEST_CASE("Where the scorer has seen some posts, a whole one that it doubts stays") {
  const auto beside_others = [](float score) {
    return joined_by("thread-post", kThread + p(words(40)) + kAnswers, {kSecond, kThird, "heron"}, score);
  };
  CHECK(beside_others(0.25f) == Texts{words(40), kFirst, kSecond, kThird});
  CHECK(beside_others(0.24f) == Texts{words(40), kFirst});
}

TEST_CASE("A post is signed by a name or a date, and called a post or a comment") {
  const std::string question = kThread + p(kQuestionText);
  CHECK(given_back(question + post(kFirst, "post") + post(kSecond, "post")).size() == 2);
  CHECK(given_back(question + post(kFirst, "text") + post(kSecond, "text")).empty());
  const auto dated = [](const std::string& text) {
    return "<div class=comment><form>" + p("3 May 2021") + p(text) + "</form></div>";
  };
  FinishedPage page(question + dated(kFirst) + dated(kSecond), 0.15f);
  page.leave_out({kFirst, kSecond, "3 May 2021"}).run("thread-post");
  CHECK(page.kept() == Texts{kQuestionText, kFirst, kSecond});
  // An empty one does not make several.
  CHECK(given_back(question + post(kFirst) + "<div class=comment><a class=author></a></div>").empty());
}

TEST_CASE("Of a post prose is kept: paragraphs, items, code, of five words and hardly a link") {
  const auto keeps = [](const std::string& html, const std::string& text = kFirst) {
    FinishedPage page(kThread + p(kQuestionText) + post(kSecond) +
                          "<div class=comment><a class=author>heron</a>" + html + "</div>",
                      0.15f);
    page.leave_out_all().judge(kQuestionText, 1, true).run("thread-post");
    return std::ranges::count(page.kept(), text) == 1;
  };
  CHECK(keeps("<ul><li>" + kFirst + "</li></ul>"));
  CHECK(keeps("<pre>" + kFirst + "</pre>"));
  CHECK_FALSE(keeps("<h3>" + kFirst + "</h3>"));
  CHECK(keeps(p("one two three four five"), "one two three four five"));
  CHECK_FALSE(keeps(p("one two three four"), "one two three four"));
  CHECK(keeps("<p><a href=/a>ab cd</a> ef gh ij</p>", "ab cd ef gh ij"));
  CHECK_FALSE(keeps("<p><a href=/a>ab cd ef</a> gh ij</p>", "ab cd ef gh ij"));
  FinishedPage page(kThread + p(kQuestionText) + post(kFirst) + post(kSecond), 0.15f);
  page.leave_out({kFirst, kSecond, "heron"}).recognise(kFirst, site::PhraseClass::kShare).run("thread-post");
  CHECK(page.kept() == Texts{kQuestionText, kSecond});
}

TEST_CASE("Of a post that the scorer has seen a part of, the rest is left to it") {
  const std::string two = "<div class=comment><a class=author>heron</a>" + p(kFirst) + p(kThird) + "</div>";
  CHECK(joined_by("thread-post", kThread + p(kQuestionText) + two + post(kSecond), {kThird, "heron"}, 0.9f) ==
        Texts{kQuestionText, kFirst, kSecond});
}

TEST_CASE("What looks like the posts that are kept is one, whatever it is called") {
  const auto box = [](const std::string& text) { return "<div class=box>" + p(text) + "</div>"; };
  const std::string others = box(kQuestionText) + box("I would not try it in the wind, said the shop.");
  const auto kept = [&](const std::string& page, const Texts& left_out, float score = 0.1f) {
    return joined_by("thread-post", page, left_out, score).size();
  };
  CHECK(kept(kThread + others + box(kFirst), {kFirst}) == 3);
  CHECK(kept(kThread + others + box(kFirst), {kFirst}, 0.09f) == 2);
  CHECK(kept(kThread + others + box(kShort), {kShort}) == 2);
  CHECK(kept(others + box(kFirst), {kFirst}) == 2);
  CHECK(kept(kThread + others + p(kFirst), {kFirst}) == 2);
  CHECK(kept(kThread + others + "<div>" + box(kFirst) + "</div>", {kFirst}) == 2);
  CHECK(kept(kThread + box(kQuestionText) + box(kFirst), {kFirst}) == 1);
  // Of too few of them something was kept, or they hold too little of what was.
  CHECK(kept(kThread + box(kQuestionText) + box(kFirst) + box(kSecond) + box(kThird),
             {kFirst, kSecond, kThird}) == 1);
  CHECK(kept(kThread + others + box(kFirst) + box(kSecond), {kFirst, kSecond}) == 4);
  CHECK(kept(kThread + p(words(60)) + others + box(kFirst), {kFirst}) == 3);
}

TEST_CASE("Of rows within each other the tightest is the posts: what stands beside each stays out") {
  const auto post_of = [](const std::string& text) {
    return "<div class=row><div class=who>" + p("Lives by the sea since 2004.") + "</div><div class=what>" +
           p(text) + "</div></div>";
  };
  const std::string page =
      kThread + post_of(kQuestionText) + post_of(kFirst) + post_of(kSecond) + post_of(kThird);
  const Texts kept = joined_by("thread-post", page, {kThird, "Lives by the sea since 2004."}, 0.2f);
  CHECK(kept == Texts{kQuestionText, kFirst, kSecond, kThird});
}

TEST_CASE("An answer to a post, deeper than the others, stays like them where the scorer has seen none") {
  const std::string answers = post(kFirst) + "<div>" + post(kSecond) + "</div>" + post(kThird);
  const Texts left_out = {kFirst, kSecond, kThird, "heron"};
  const std::string page = kThread + post(words(40), "question") + answers;
  CHECK(joined_by("thread-post", page, left_out, 0.15f) == Texts{words(40), kFirst, kSecond, kThird});
}
