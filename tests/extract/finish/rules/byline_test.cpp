#include "../finished_page.hpp"
#include "catch.hpp"
#include "page_texts.hpp"

using namespace clean_article;
using namespace clean_article::extract;

namespace {

bool kept(const std::string& html, float score, int often = 1) {
  const std::string line = "By Maud";
  FinishedPage page(html + repeated(p(line), often), score);
  return !page.recognise(line, site::PhraseClass::kByline).run("byline").kept().empty();
}

}  // namespace

TEST_CASE("Lines with names or dates go in articles and threads whatever they score") {
  CHECK_FALSE(kept(kArticle, 1));
  CHECK_FALSE(kept(kThread, 1));
}

TEST_CASE("Elsewhere such lines go where they come often and the scorer doubts them") {
  CHECK(kept("", 0.1f, 2));
  CHECK_FALSE(kept("", 0.1f, 3));
  CHECK_FALSE(kept("", 0.69f, 3));
  CHECK(kept("", 0.71f, 3));
}

TEST_CASE("A byline is a paragraph of fourteen words at most") {
  for (const auto& [html, gone] :
       {std::pair(p(words(14)), true), std::pair(p(words(15)), false),
        std::pair("<h2>" + words(3) + "</h2>", false), std::pair("<ul><li>" + words(3) + "</ul>", false)}) {
    CAPTURE(html);
    FinishedPage page(kArticle + html, 0);
    for (const int count : {3, 14, 15}) page.recognise(words(count), site::PhraseClass::kByline);
    CHECK(page.run("byline").kept().empty() == gone);
  }
}

TEST_CASE("Who wrote a post stays, in a quote at most two levels inside what is named an embedded post") {
  const auto stays = [](const std::string& tag, const std::string& name, int levels) {
    const std::string html =
        "<" + tag + " class=" + name + ">" + nested(p("By Maud"), levels) + "</" + tag + ">";
    FinishedPage page(kArticle + html + kProse, 1);
    return page.recognise("By Maud", site::PhraseClass::kByline).run("byline").gone().empty();
  };
  CHECK(stays("blockquote", "twitter-tweet", 1));
  CHECK_FALSE(stays("blockquote", "twitter-tweet", 2));
  CHECK_FALSE(stays("blockquote", "quote", 0));
  CHECK_FALSE(stays("div", "twitter-tweet", 0));
}

TEST_CASE("A line that closes the text with its source is no byline") {
  const auto gone = [](site::PhraseClass other) {
    FinishedPage page(kArticle + kProse + p("Source: DN"), 1);
    page.recognise("Source: DN", site::PhraseClass::kByline).recognise("Source: DN", other);
    return page.run("byline").gone().size();
  };
  CHECK(gone(site::PhraseClass::kSourceLine) == 0);
  CHECK(gone(site::PhraseClass::kCredit) == 1);
}
