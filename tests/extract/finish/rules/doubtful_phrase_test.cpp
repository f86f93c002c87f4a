#include "../finished_page.hpp"
#include "catch.hpp"
#include "page_texts.hpp"

using namespace clean_article;
using namespace clean_article::extract;

TEST_CASE("Phrases that may be content stay where no article is declared and the scorer believes them") {
  using enum site::PhraseClass;
  for (const auto& [rule, c] : {std::pair("read-more", kReadMore), std::pair("related", kRelated),
                                std::pair("copyright", kCopyright)}) {
    CAPTURE(rule);
    const auto left = [&](const std::string& head, float score) {
      FinishedPage page(head + "<p>text</p><p>Learn more</p>", score);
      return page.recognise("Learn more", c).run(rule).kept().size() == 2;
    };
    CHECK(left("", 0.5f));
    CHECK_FALSE(left("", 0.49f));
    CHECK_FALSE(left(kArticle, 1));
  }
}

TEST_CASE("A line that closes the text with its source stays") {
  FinishedPage page(kArticle + kProse + p("Source: DN"), 1);
  page.recognise("Source: DN", site::PhraseClass::kCopyright);
  CHECK(page.recognise("Source: DN", site::PhraseClass::kSourceLine).run("copyright").gone().empty());
}

TEST_CASE("A subheading that a list knows stays right above a paragraph of the text") {
  const auto stays = [](const std::string& heading, const std::string& below, float score = 1) {
    FinishedPage page(kArticle + kProse + heading + below, score);
    page.recognise("What's next", site::PhraseClass::kRelated);
    return page.run("related").gone().empty();
  };
  CHECK(stays("<h2>What's next</h2>", p(words(12))));
  CHECK(stays("<h2>What's next</h2>", p(words(12)), 0.8f));
  CHECK_FALSE(stays("<h2>What's next</h2>", p(words(12)), 0.79f));
  CHECK_FALSE(stays("<h2>What's next</h2>", p(words(11))));
  CHECK_FALSE(stays("<h2>What's next</h2>", "<ul><li>" + words(12) + "</ul>"));
  CHECK_FALSE(stays("<h2>What's next</h2>", p("<a href=/a>" + words(12) + "</a>")));
  CHECK_FALSE(stays("<h2>What's next</h2>", ""));
  CHECK_FALSE(stays(p("What's next"), p(words(12))));
  FinishedPage above_what_is_left_out(kArticle + "<h2>What's next</h2>" + p(words(12)), 1);
  above_what_is_left_out.recognise("What's next", site::PhraseClass::kRelated).leave_out({words(12)});
  CHECK(above_what_is_left_out.run("related").kept().empty());
}

TEST_CASE("A long sentence that the scorer is sure of is no line of a page's foot") {
  const auto stays = [](const std::string& sentence, float score) {
    FinishedPage page(kArticle + p(sentence), score);
    return page.recognise(sentence, site::PhraseClass::kCopyright).run("copyright").gone().empty();
  };
  CHECK(stays(words(20) + ".", 0.95f));
  CHECK_FALSE(stays(words(20) + ".", 0.94f));
  CHECK_FALSE(stays(words(20), 1));
  CHECK_FALSE(stays(words(19) + ".", 1));
}
