#include "../finished_page.hpp"
#include "catch.hpp"
#include "page_texts.hpp"

using namespace clean_article;
using namespace clean_article::extract;

namespace {

const std::string kTitle = "<title>Rain in May</title><h1>Rain in May</h1>";
const std::string kRefers = "This was reported by the mill on Monday.";

// Whether `line`, with so many blocks behind it, is kept above a body that begins with `first`.
bool kept(const std::string& line, const std::string& first = kRefers, int between = 0) {
  FinishedPage page(kArticle + kTitle + p(line) + repeated("<p>x</p>", between) + p(first) + p(words(20)));
  page.recognise_all().leave_out({"Rain in May", "x", line}).run("story-begins");
  return std::ranges::count(page.kept(), line) == 1;
}

}  // namespace

TEST_CASE("The line that the first paragraph refers to is where the story begins") {
  CHECK(kept("The river rose again."));
  CHECK_FALSE(kept("The river rose again.", "The mill reported this on Monday."));
  CHECK(kept("Der Fluss stieg wieder.", "Das teilte die Mühle am Montag mit."));
  CHECK(kept("Река снова поднялась вчера.", "Об этом сообщает мельница."));
}

TEST_CASE("That line has four words and stands near") {
  CHECK(kept("The river rose again"));
  CHECK_FALSE(kept("The river rose"));
  CHECK(kept("The river rose again", kRefers, 7));
  CHECK_FALSE(kept("The river rose again", kRefers, 8));
}

TEST_CASE("A date or a link is not where a story begins") {
  CHECK_FALSE(kept("On 3 May 2021 in Truro"));
  CHECK_FALSE(kept("By Maud Penhallow and Jory Nance"));
}

TEST_CASE("A story may begin in a heading, but not in an item of a list") {
  const auto begins = [](const std::string& html) {
    const std::string line = "The river rose again";
    FinishedPage page(kArticle + kTitle + html + p(kRefers) + p(words(20)));
    page.recognise_all().leave_out({"Rain in May", line}).run("story-begins");
    return std::ranges::count(page.kept(), line) == 1;
  };
  CHECK(begins("<h2>The river rose again</h2>"));
  CHECK_FALSE(begins("<ul><li>The river rose again</li></ul>"));
  CHECK_FALSE(begins("<p><a href=/a>The</a> river rose again</p>"));
}

TEST_CASE("What is kept above a body that refers to it needs no rule") {
  const auto decided = [](const Texts& left_out) {
    return decided_by_rule(
        "story-begins", kArticle + kTitle + p("The river rose again.") + p(kRefers) + p(words(20)), left_out);
  };
  CHECK(decided({"The river rose again."}) == Texts{"The river rose again."});
  CHECK(decided({}).empty());
}
