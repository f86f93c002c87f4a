#include "../finished_page.hpp"
#include "catch.hpp"
#include "page_texts.hpp"

using namespace clean_article;
using namespace clean_article::extract;

namespace {

const std::string kNote = "Measured with the fly sheet.";

Texts left(const std::string& mark, const std::string& note, float score = 0.2f) {
  return joined_by("footnote",
                   "<p>The tent has room for two and stands after five minutes." + mark + "</p>" + note,
                   {kNote}, score);
}

}  // namespace

TEST_CASE("A note that the text leads to, and that leads back, stays") {
  const std::string mark = "<a id=back-1 href='#note-1'>1</a>";
  const std::string note = "<div class=footnote><a id=note-1 href='#back-1'>1</a><p>" + kNote + "</p></div>";
  CHECK(left(mark, note).back() == kNote);
  CHECK(left("<sup id=back-1><a href='#note-1'>[1]</a></sup>", note).back() == kNote);
  CHECK(
      left(mark, "<ol class=footnotes><li id=note-1>" + kNote + "<a href='#back-1'>↩</a></li></ol>").back() !=
      "The tent has room for two and stands after five minutes.");
  CHECK(left("", note).size() < left(mark, note).size());
  CHECK(left("<a href='#note-1'>1</a>", note).size() < left(mark, note).size());  // nothing leads back
  CHECK(left(mark, note, 0.05f).size() == left(mark, note).size());
  CHECK(left(mark, note, 0.03f).size() < left(mark, note).size());
}
