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
    return joined_by("thread-post", kThread + p(kQuestionText) + kAnswers, {kSecond, kThird, "heron"}, score);
  };
  CHECK(beside_others(0.25f) == Texts{kQuestionText, kFirst, kSecond, kThird});
  CHECK(beside_others(0.24f) == Texts{kQuestionText, kFirst});
}
