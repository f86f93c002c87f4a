#include "extract/finish/comments.hpp"

#include "catch.hpp"
#include "surveyed_page.hpp"

using namespace clean_article::extract;
using Texts = std::vector<std::string>;

namespace {

// What is kept of a page whose scorer chose nothing.
Texts comments_of(const std::string& html, const std::string& byline = "") {
  SurveyedPage page(html);
  const auto texts = page.page.texts();
  for (std::size_t i = 0; i < texts.size(); ++i)
    if (texts[i] == byline) page.phrases[i] = phrase_bit(clean_article::site::PhraseClass::kByline);
  std::vector<Verdict> verdicts(texts.size());
  keep_comments(page.survey, page.phrases, verdicts);
  Texts kept;
  for (std::size_t i = 0; i < texts.size(); ++i)
    if (verdicts[i].kept) kept.push_back(texts[i]);
  return kept;
}

const std::string kRemark =
    "Mine has been in the fridge since Christmas, and it came back on the second feed.";

}  // namespace

TEST_CASE("What readers wrote is kept, whoever and whenever is not") {
  const std::string comment =
      "<li class=comment><b>Ann</b><p>2 May 2021 at noon or a little later, posted</p><p>" + kRemark +
      "</p><p>Thanks!</p><button>Reply to what Ann wrote about her starter</button>";
  CHECK(comments_of("<p>Text.</p><ol class=comment-list>" + comment + "</ol>",
                    "2 May 2021 at noon or a little later, posted") == Texts{kRemark, "Thanks!"});
}

TEST_CASE("Forms, headings, links and what is hidden are no comments") {
  const auto among = [](const std::string& html) {
    return comments_of("<div id=comments>" + html + "</div>");
  };
  CHECK(among("<form><p>" + kRemark + "</p></form>").empty());
  CHECK(among("<h3>" + kRemark + "</h3>").empty());
  CHECK(among("<p><a href=x>" + kRemark + "</a></p>").empty());
  CHECK(among("<p hidden>" + kRemark + "</p>").empty());
  CHECK(among("<p>" + kRemark + "</p>") == Texts{kRemark});
}

TEST_CASE("Text that stands elsewhere is left to the scorer") {
  CHECK(comments_of("<div class=sidebar><p>" + kRemark + "</p></div>").empty());
}
