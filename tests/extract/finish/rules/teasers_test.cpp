#include "../finished_page.hpp"
#include "catch.hpp"
#include "page_texts.hpp"

using namespace clean_article;
using namespace clean_article::extract;

namespace {

const std::string kStory =
    "<li><a href=x>The stove burns well in any wind</a><p>It burns what a hiker finds.</p></li>";

std::string stories(int times) {
  return "<ul>" + repeated(kStory, times) + "</ul>";
}
std::string article(const std::string& below_heading, const std::string& paragraphs) {
  return "<div><h1>The tent</h1>" + below_heading + paragraphs + "</div>";
}
const std::string kShort = article("<p>2 May 2021</p>", kProse + kProse);

// Blocks of the whole page that go, where the scorer is sure of all of them.
std::size_t taken(const std::string& page, float score = 0.9f) {
  return taken_by("teasers", page, score).size();
}

}  // namespace

TEST_CASE("Lists of other stories go, before and behind two sentences under the title") {
  CHECK(taken(kShort + stories(4)) == 8);
  CHECK(taken("<div>" + stories(4) + "</div>" + kShort + stories(40)) == 88);
  CHECK(taken(kShort + stories(3)) == 0);
}

TEST_CASE("A date or its length tells an article from what heads a list") {
  const std::string undated = article("", kProse + kProse);
  CHECK(taken(undated + stories(4)) == 0);
  CHECK(taken(kArticle + undated + stories(4)) == 0);
  const std::string is_long = article("", repeated(kProse, 7));
  CHECK(taken(is_long + stories(4)) == 0);
  CHECK(taken(kArticle + is_long + stories(4)) == 8);
  CHECK(taken("<article>" + is_long + "</article>" + stories(4)) == 8);
  CHECK(taken(article("<p>2 May 2021</p>", "<p>All tests of this year.</p>") + stories(4)) == 0);
}

TEST_CASE("Without a text that the scorer is sure of only longer lists are beside it") {
  CHECK(taken(kShort + stories(7), 0.7f) == 0);
  CHECK(taken(kShort + stories(8), 0.7f) == 16);
}

TEST_CASE("A short item is a sentence or two below the title, beside a date, that nothing speaks against") {
  const auto taken_beside = [](const std::string& dated, const std::string& item, float score = 0.5f) {
    FinishedPage page(article(dated, item) + stories(8), 0.9f);
    page.judge("The ferry stays in port today because of the wind, says the town.", score, true);
    return page.recognise_all().run("teasers").gone().size();
  };
  const std::string date = "<p>2 May 2021</p>";
  const std::string item = "<p>The ferry stays in port today because of the wind, says the town.</p>";
  CHECK(taken_beside(date, item) == 16);
  CHECK(taken_beside("", item) == 0);
  CHECK(taken_beside(date, item, 0.09f) == 0);
  CHECK(taken_beside(date, "<p>The ferry stays in port today.</p>") == 0);
  CHECK(taken_beside(date, "<h2>News of the day</h2>" + item) == 0);
  CHECK(taken("<script type='application/ld+json'>{\"@type\": \"ItemList\"}</script>" + kArticle +
                  article(date, item) + stories(8),
              0.5f) == 0);
}

TEST_CASE("Stories behind the text that stand in articles of their own go though the scorer takes them") {
  const auto page = [](const std::string& story) {
    return kArticle + "<article><h1>The tent</h1><p>2 May 2021</p><div>" + kProse + kProse + "</div><div>" +
           repeated(story, 4) + "</div></article>";
  };
  const std::string inside =
      "<a href=x>The stove burns well in any wind</a><p>It burns what a hiker finds.</p>";
  CHECK(taken(page("<article>" + inside + "</article>")) == 8);
  CHECK(taken(page("<section>" + inside + "</section>")) == 0);
}

TEST_CASE("Cards that stand beside the article without an element of their own are a list") {
  const std::string card =
      "<div class=card><a href=x>The stove burns well in any wind</a><p>It burns.</p></div>";
  const std::string page = kShort + "<p>Follow us.</p>" + repeated(card, 4) + "<p>Follow us.</p>";
  CHECK(taken("<main>" + page + "</main>") == 8);
  CHECK(taken("<main>" + kShort + repeated(card, 3) + "</main>") == 0);
}

TEST_CASE("Links among the paragraphs go where the scorer doubts them, long texts are no teasers") {
  const std::string inside = article("<p>2 May 2021</p>", kProse + kProse + stories(4));
  CHECK(taken(inside) == 0);
  FinishedPage page(inside, 0.9f);
  page.judge("The stove burns well in any wind", 0.5f, true)
      .judge("It burns what a hiker finds.", 0.5f, true);
  CHECK(page.recognise_all().run("teasers").gone().size() == 8);
  const std::string chapter = "<li><a href=x>The stove burns well in any wind</a>" + p(words(70)) + "</li>";
  CHECK(taken(kShort + "<ul>" + repeated(chapter, 5) + "</ul>") == 0);
}

TEST_CASE("Archives, recipes, goods and threads have their lists") {
  CHECK(taken("<body class='archive date'>" + kShort + stories(4)) == 0);
  CHECK(taken(kProduct + kShort + stories(4)) == 0);
  CHECK(taken(kThread + kShort + stories(4)) == 0);
  CHECK(taken("<body class=topic>" + kShort + stories(4)) == 0);
  CHECK(taken("<script type='application/ld+json'>{\"@type\": \"Recipe\"}</script>" + kShort + stories(4)) ==
        0);
}

TEST_CASE("Names and goods are no headlines unless each stands in an article of its own") {
  CHECK(taken(kShort + "<section>" +
              repeated("<article><a href=x>A small stove</a><p>It burns.</p></article>", 9) + "</section>") ==
        18);
  CHECK(taken(kShort + "<ul>" + repeated("<li><a href=x>A small stove</a><p>It burns.</p></li>", 9) +
              "</ul>") == 0);
}

TEST_CASE("Stories in cards are a list, whichever comes first") {
  const std::string card =
      "<div class=card><a href=x>The stove burns well in any wind</a>" + kProse + "</div>";
  CHECK(taken("<h1>Tests</h1><p>2 May 2021</p>" + repeated(card, 5)) == 0);
}

namespace {

// A list of four such stories beside the article.
std::size_t taken_of_four(const std::string& story) {
  return taken(kShort + "<ul>" + repeated("<li>" + story + "</li>", 4) + "</ul>");
}
const std::string kLine = "<a href=x>The stove burns well in any wind</a>";

}  // namespace

TEST_CASE("The line of a story has two words, is 25 characters long and nearly all of it a link") {
  const std::string part(12, 'a');
  CHECK(taken_of_four("<a href=x>" + part + " " + part + "</a>") == 4);
  CHECK(taken_of_four("<a href=x>" + part + " " + part.substr(1) + "</a>") == 0);
  CHECK(taken_of_four("<a href=x>" + std::string(40, 'a') + "</a>") == 0);
  const std::string other(9, 'b');
  CHECK(taken_of_four("<p><a href=x>" + std::string(21, 'a') + "</a>" + other + "</p>") == 0);  // one word
  CHECK(taken_of_four("<p><a href=x>" + std::string(21, 'a') + "</a>bbbb bbbb</p>") == 4);
  CHECK(taken_of_four("<p><a href=x>" + std::string(20, 'a') + "</a>bbbbb bbbbb</p>") == 0);
}

TEST_CASE("A teaser has sixty words and four blocks at the most, what a list is called twenty words") {
  CHECK(taken_of_four(kLine + p(words(60))) == 8);
  CHECK(taken_of_four(kLine + p(words(61))) == 0);
  CHECK(taken_of_four(kLine + repeated(p("dry"), 4)) == 20);
  CHECK(taken_of_four(kLine + repeated(p("dry"), 5)) == 0);
  const auto called = [](int count) {
    return taken(kShort + "<div>" + p(words(count)) + stories(4) + "</div>");
  };
  CHECK(called(20) == 9);
  CHECK(called(21) == 8);
}

TEST_CASE("Among the paragraphs the best score of a list is below 0.6") {
  const auto taken_at = [](float score) {
    FinishedPage page(article("<p>2 May 2021</p>", kProse + kProse + stories(4)), 0.9f);
    page.judge("The stove burns well in any wind", score, true)
        .judge("It burns what a hiker finds.", 0.1f, true);
    return page.recognise_all().run("teasers").gone().size();
  };
  CHECK(taken_at(0.59f) == 8);
  CHECK(taken_at(0.6f) == 0);
}

TEST_CASE("What holds the heading or the first paragraph is no list of other stories") {
  CHECK(taken("<div><h1>The tent</h1>" + stories(4) + "</div><div><p>2 May 2021</p>" + kProse + kProse +
              "</div>") == 8);
  CHECK(taken("<div><h1>The tent</h1><p>2 May 2021</p></div><div>" + p(kLine) + kProse + kProse +
              repeated(p(kLine), 4) + "</div>") == 0);
}
