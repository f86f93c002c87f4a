#include "../finished_page.hpp"
#include "catch.hpp"
#include "page_texts.hpp"

using namespace clean_article;
using namespace clean_article::extract;

namespace {

FinishedPage with_phrase(const std::string& html, site::PhraseClass c, float score = 1) {
  FinishedPage page(html, score);
  page.recognise("Share this", c);
  return page;
}

}  // namespace

TEST_CASE("A block that a phrase fills goes, with the line of the list that says so") {
  FinishedPage page = with_phrase("<p>text</p><p>Share this</p>", site::PhraseClass::kShare);
  CHECK(page.run("share").kept() == Texts{"text"});
  CHECK(decided_by(page.verdict(1)) == "share");
  CHECK(page.verdict(1).reason == "share or follow bar");
  CHECK(page.verdict(1).phrase.line == 7);
}

TEST_CASE("Each class has its own rule") {
  using enum site::PhraseClass;
  for (const auto& [rule, c] :
       {std::pair("share", kShare), std::pair("icon-alt", kIconAlt), std::pair("newsletter", kNewsletter),
        std::pair("advertisement", kAdvertisement), std::pair("cookie", kCookie)}) {
    CAPTURE(rule);
    for (const std::string& head : {std::string(), kArticle}) {
      CHECK(with_phrase(head + "<p>text</p><p>Share this</p>", c).run(rule).kept() == Texts{"text"});
      CHECK(with_phrase(head + "<p>text</p><p>Share this</p>", kCredit).run(rule).kept().size() == 2);
    }
  }
}

TEST_CASE("Code is never a phrase, and a word in a table's cell is what the table tells") {
  CHECK(
      with_phrase("<p>text</p><pre>Share this</pre>", site::PhraseClass::kShare).run("share").gone().empty());
  const std::string table = "<table><tr><th>Network<th>Since<tr><td>Share this<td>2004<tr><td>b<td>c</table>";
  CHECK(with_phrase(table, site::PhraseClass::kShare).run("share").gone().empty());
}

TEST_CASE("A phrase that was not chosen is noted as gone, so that its heading has lost it") {
  FinishedPage page = with_phrase("<p>text</p><p>Share this</p>", site::PhraseClass::kShare);
  page.leave_out({"Share this"}).run("share");
  CHECK(is_finished_away(page.verdict(1)));
  CHECK_FALSE(is_finished_away(page.verdict(0)));
}
