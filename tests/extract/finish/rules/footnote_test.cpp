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

TEST_CASE("A mark leads to the very note that leads back to it, and stands in text that is kept") {
  const std::string back = "<div class=footnote><a id=note-1 href='#back-1'>1</a><p>" + kNote + "</p></div>";
  const auto joins = [](const std::string& mark, const std::string& note) {
    return left(mark, note).back() == kNote;
  };
  CHECK(joins("<a id=back-1 href='#note-1'>1</a>", back));
  CHECK_FALSE(joins("<a id=back-1 href='#note-2'>1</a>", back));
  CHECK_FALSE(joins("<a id=back-1>1</a>", back));
  CHECK_FALSE(joins("<a id=back-2 href='#note-1'>1</a>", back));
  CHECK_FALSE(joins("<a id=back-1 href='/other#note-1'>1</a>", back));
  CHECK_FALSE(joins("<a id=back-1 href='#note-1'>1</a>",
                    "<div><a id=note-1 href='#back-1'>1</a><p>" + kNote + "</p></div>"));
  const std::string mark = "<a id=back-1 href='#note-1'>1</a>";
  for (const int levels : {0, 7}) {
    const std::string html = p("Said first.") + nested("<p>Left out." + mark + "</p>", levels) + back;
    CHECK(joined_by("footnote", html, {"Left out.", kNote}, 0.2f).back() != kNote);
  }
}

TEST_CASE("A mark stands at most five elements deep in its block, and is named at most two above it") {
  const std::string note = "<div class=footnote><a id=note-1 href='#back-1'>1</a><p>" + kNote + "</p></div>";
  const auto within = [&](std::string mark, int levels) {
    for (int i = 0; i < levels; ++i) mark = "<span>" + mark + "</span>";
    return mark;
  };
  const std::string mark = "<a id=back-1 href='#note-1'>1</a>";
  CHECK(left(within(mark, 5), note).back() == kNote);
  CHECK(left(within(mark, 6), note).back() != kNote);
  const std::string plain = "<a href='#note-1'>1</a>";
  CHECK(left("<span id=back-1>" + within(plain, 1) + "</span>", note).back() == kNote);
  CHECK(left("<span id=back-1>" + within(plain, 2) + "</span>", note).back() != kNote);
}

TEST_CASE("Notes are small, few and not half link") {
  const std::string mark = "<a id=back-1 href='#note-1'>1</a>";
  const auto note = [](const std::string& inside) {
    return "<div class=footnote><a id=note-1 href='#back-1'>1</a>" + inside + "</div>";
  };
  const auto kept = [&](const std::string& inside) { return left(mark, note(inside)).size(); };
  CHECK(kept(repeated(p(kNote), 9)) >= 9);
  CHECK(kept(repeated(p(kNote), 10)) < 9);
  const auto breaks = [&](int count) { return p(kNote) + repeated("<br>", count); };
  CHECK(left(mark, note(breaks(0))).size() == left(mark, note(breaks(150))).size());
  CHECK(left(mark, note(breaks(0))).size() > left(mark, note(breaks(250))).size());
}

TEST_CASE("A note that is half link is none") {
  const auto joins = [](std::size_t linked) {
    const std::string before = std::string(linked, 'a');
    const std::string behind = std::string(100 - linked, 'b');
    return joined_by("footnote",
                     "<p>The tent has room for two.<a id=back-1 href='#note-1'>1</a></p><div class=footnote "
                     "id=note-1><p><a href='#back-1'>" +
                         before + "</a>" + behind + "</p></div>",
                     {before + behind}, 0.2f)
               .size() == 2;
  };
  CHECK(joins(49));
  CHECK_FALSE(joins(50));
}
