// What a rule learned from pages says, and of what it keeps silent.
#include "extract/learn/template_learner.hpp"

#include <string>

#include "catch.hpp"

namespace clean_article::extract {
namespace {

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

// Learns from so many pages; `middle` stands between two paragraphs of each, "{n}" being the page's number.
std::string learned(int pages, const std::string& middle, bool only_repeats = false,
                    const std::string& type = "article") {
  html::Parser parser{Limits{}};
  Extractor extractor(site::Phrases::built_in());
  TemplateLearner learner;
  for (int n = 1; n <= pages; ++n) {
    std::string box = middle;
    for (std::size_t at = box.find("{n}"); at != std::string::npos; at = box.find("{n}"))
      box.replace(at, 3, std::to_string(n * 7));
    std::string story;
    for (int i = 0; i < 4; ++i)
      story +=
          "<p>In the year " + std::string(static_cast<std::size_t>(n * 4 + i), 'x') +
          " the miller, who had never been further than the ford, packed a loaf, a knife and his good coat, "
          "and went to see what the river does when it has passed the town.</p>" +
          (i == 1 ? box : "");
    const std::string html = "<html><head><meta property='og:type' content='" + type +
                             "'><title>The miller</title></head><body>"
                             "<nav class=menu><a href=/>Home</a></nav><div id='post-" +
                             std::to_string(1000 + n) + "' class='tale css-1x2y3z4'>" + story +
                             "</div></body></html>";
    const html::Document& document = parser.parse(html);
    learner.add(document, extractor.extract(document, page_scorer()));
  }
  return only_repeats ? learner.repeats("x.example") : learner.rule("x.example");
}

TEST_CASE("a body is named by what people called it, not by what was made for one page") {
  const std::string rule = learned(5, "");
  CHECK(contains(rule, "body(css): div.tale\n"));
  CHECK_FALSE(contains(rule, "post-1"));
  CHECK_FALSE(contains(rule, "css-1x2y3z4"));
}

TEST_CASE("a text that only differs in numbers is one text, and its pattern takes any") {
  const std::string rule = learned(5, "<p>You have read {n} of 100 free tales (see a*b) this month.</p>");
  CHECK(contains(
      rule,
      "# on 5 of 5 pages\ndrop: You have read \\d+ of \\d+ free tales \\(see a\\*b\\) this month\\.\n"));
}

TEST_CASE("two pages do not show what repeats") {
  CHECK_FALSE(contains(learned(2, "<p>You have read {n} of 100 free tales this month.</p>"), "drop"));
}

TEST_CASE(
    "what is used unseen is what nearly all pages share: sentences of articles, elsewhere the doubted") {
  constexpr const char* kSure =
      "<p>The miller of the mill lends this mill to everybody who asks him for it, and nobody has ever been "
      "turned away from the door of the mill.</p>";
  CHECK(contains(learned(5, kSure, true), "drop: The miller of the mill"));
  CHECK(contains(learned(3, kSure, true), "drop: The miller of the mill"));
  CHECK(learned(2, kSure, true).empty());
  CHECK(learned(5, kSure, true, "website").empty());
  CHECK(learned(5, "<h2>How the river goes on then</h2>", true).empty());
}

TEST_CASE("a sentence that some pages of a site lack is not the site's") {
  html::Parser parser{Limits{}};
  Extractor extractor(site::Phrases::built_in());
  TemplateLearner learner;
  for (int n = 1; n <= 5; ++n) {
    std::string html = "<meta property='og:type' content='article'><article>";
    for (int i = 0; i < 5; ++i)
      html +=
          "<p>On day " + std::string(static_cast<std::size_t>(n * 5 + i), 'y') +
          " the ferryman, who knew the river and all its moods, tied up his boat, looked at the sky for a "
          "while, and told those who waited that nobody would cross before the rain was over.</p>";
    if (n <= 3)
      html += "<p>The ferryman asks all who cross to have the right coin in hand, as he has no purse.</p>";
    const html::Document& document = parser.parse(html);
    learner.add(document, extractor.extract(document, page_scorer()));
  }
  CHECK(learner.repeats("x.example").empty());
}

TEST_CASE("a page that was saved several times is one page") {
  html::Parser parser{Limits{}};
  Extractor extractor(site::Phrases::built_in());
  TemplateLearner learner;
  std::string html = "<article>";
  for (int i = 0; i < 5; ++i)
    html +=
        "<p>On day " + std::string(static_cast<std::size_t>(i + 1), 'y') +
        " the ferryman, who knew the river and all its moods, tied up his boat and looked at the sky.</p>";
  for (int n = 0; n < 5; ++n) {
    const html::Document& document = parser.parse(html);
    learner.add(document, extractor.extract(document, page_scorer()));
  }
  CHECK(learner.pages() == 1);
}

TEST_CASE("a page of boxes in boxes teaches nothing, and costs nothing") {
  html::Parser parser{Limits{}};
  Extractor extractor(site::Phrases::built_in());
  TemplateLearner learner;
  std::string html;
  for (int i = 0; i < 400; ++i) html += "<div class=a>";
  for (int i = 0; i < 2000; ++i) html += "<p>x</p>";
  const html::Document& document = parser.parse(html);
  learner.add(document, extractor.extract(document, page_scorer()));
  CHECK(learner.pages() == 0);
}

}  // namespace
}  // namespace clean_article::extract
