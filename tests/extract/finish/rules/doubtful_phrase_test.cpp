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
