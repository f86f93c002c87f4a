// The table of --explain.
#include "cli/explain.hpp"

#include "catch.hpp"

namespace clean_article::cli {
namespace {

ExplainedBlock block(bool kept, double score, std::string kind, std::string step, std::string reason,
                     std::string text) {
  ExplainedBlock b;
  b.kept = kept;
  b.score = score;
  b.kind = std::move(kind);
  b.step = std::move(step);
  b.reason = std::move(reason);
  b.text = std::move(text);
  return b;
}

TEST_CASE("a line a block, in columns, verdict first and text last") {
  CHECK(explain_table(
            {block(true, 0.966, "paragraph", "scorer", "", "The council voted."),
             block(false, 0.02, "list item", "phrase", "share bar (phrases/share.txt:12)", "Share on Nile")},
            false) ==
        "keep 0.97  paragraph  scorer                                    The council voted.\n"
        "drop 0.02  list item  phrase: share bar (phrases/share.txt:12)  Share on Nile\n");
}

TEST_CASE("columns count characters, not bytes") {
  const std::string table = explain_table({block(true, 1, "paragraph", "scorer", "größer", "x"),
                                           block(true, 1, "paragraph", "scorer", "groesse", "x")},
                                          false);
  CHECK(table ==
        "keep 1.00  paragraph  scorer: größer   x\n"
        "keep 1.00  paragraph  scorer: groesse  x\n");
}

TEST_CASE("a long text is cut between characters, or whole when asked for") {
  std::string text;
  for (int i = 0; i < 200; ++i) text += "ä";
  const auto blocks = {block(true, 1, "p", "s", "", text)};
  std::string cut;
  for (int i = 0; i < 80; ++i) cut += "ä";
  CHECK(explain_table(blocks, false) == "keep 1.00  p  s  " + cut + "…\n");
  CHECK(explain_table(blocks, true) == "keep 1.00  p  s  " + text + "\n");
}

TEST_CASE("a text of just the shown length is not marked as cut") {
  const std::string text(80, 'x');
  CHECK(explain_table({block(true, 1, "p", "s", "", text)}, false) == "keep 1.00  p  s  " + text + "\n");
}

TEST_CASE("a long reason is cut with the text, and whole with it") {
  const std::string reason(200, 'r');
  const auto blocks = {block(false, 0, "p", "s", reason, "one"), block(true, 1, "p", "s", "", "two")};
  CHECK(explain_table(blocks, false) == "drop 0.00  p  s: " + reason.substr(0, 59) + "…  one\n" +
                                            "keep 1.00  p  s" + std::string(64, ' ') + "two\n");
  CHECK(explain_table(blocks, true) ==
        "drop 0.00  p  s: " + reason + "  one\nkeep 1.00  p  s" + std::string(204, ' ') + "two\n");
}

TEST_CASE("the numbers of the signals are shown with the whole text only") {
  ExplainedBlock b = block(false, 0.1, "p", "scorer", "inside a footer", "one");
  b.signals = "near_footer 2 (-0.80)";
  CHECK(explain_table({b}, false) == "drop 0.10  p  scorer: inside a footer  one\n");
  CHECK(explain_table({b}, true) == "drop 0.10  p  scorer: inside a footer [near_footer 2 (-0.80)]  one\n");
}

TEST_CASE("no line feed or escape sequence of a page reaches the terminal") {
  const std::string table =
      explain_table({block(true, 1, "p", "s", "a\tb", "one\ntwo\x1b[31m\xC2\x9b three")}, false);
  CHECK(table == "keep 1.00  p  s: a b  one two [31m  three\n");
}

TEST_CASE("no blocks, no lines") {
  CHECK(explain_table({}, false).empty());
}

}  // namespace
}  // namespace clean_article::cli
