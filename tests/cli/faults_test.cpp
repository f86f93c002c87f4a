// Faults from below: files that cannot be read or written as they should, limits of the system, streams that
// are closed. A message, the right exit code, nothing left behind, and the other pages unharmed.
#include "catch.hpp"
#include "program.hpp"

namespace clean_article::cli {
namespace {

using testing::contains;
using testing::opening;
using testing::page_with;
using testing::Program;
using Names = std::vector<std::string>;

TEST_CASE("lists in a rules folder that are no files are refused by name, and never waited for") {
  const Program program;
  program.write("page.html", page_with("iron"));
  for (const char* list : {"phrases/share.txt", "words/months.txt"}) {
    for (const char* make : {"mkfifo", "mkdir", "ln -s /dev/zero", "truncate -s 3G"}) {
      CAPTURE(list, make);
      const std::string path = std::string("rules/") + list;
      const auto ran = program.run("rm -rf rules; mkdir -p rules/phrases rules/words; " + std::string(make) +
                                   " " + path + "; timeout 20 \"$CA\" --rules rules page.html");
      CHECK(ran.exit_code == 2);
      CHECK(ran.out.empty());
      CHECK(ran.err.find("clean-article: " + path + " is ") == 0);
      CHECK_FALSE(contains(ran.err, "internal"));
    }
  }
}

TEST_CASE("the rule of a page's site that cannot be used fails that page alone") {
  const Program program;
  program.write("jsonl", R"({"url":"https://a.org/","html":"x"})"
                         "\n");
  program.write("a.html", page_with("iron"));
  for (const char* make : {"mkfifo", "mkdir", "ln -s /dev/zero", "truncate -s 3G", "ln -s nowhere"}) {
    CAPTURE(make);
    const auto ran =
        program.run("rm -rf rules; mkdir rules; " + std::string(make) +
                    " rules/a.org.txt; timeout 20 \"$CA\" --rules rules --base-url https://a.org/ a.html");
    CHECK(ran.exit_code == 1);
    CHECK(ran.out.empty());
    CHECK(ran.err.find("clean-article: a.html: rules/a.org.txt ") == 0);
    const auto other = program.run("timeout 20 \"$CA\" --rules rules --base-url https://b.org/ a.html");
    CHECK(other.exit_code == 0);
    CHECK(contains(other.out, opening("iron")));
  }
}

TEST_CASE("a line of a rule that cannot be used is told once, and the page is cleaned") {
  const Program program;
  program.write("site/a.html", page_with("iron"));
  program.write("site/b.html", page_with("brass"));
  program.write("rules/a.org.txt", "strip: //[\nstrip: //nav\n");
  const auto ran = program.run("\"$CA\" -q --rules rules --base-url https://a.org/ -o out site");
  CHECK(ran.exit_code == 0);
  CHECK(program.files("out") == Names{"a.txt", "b.txt"});
  CHECK(ran.err.find("clean-article: rules/a.org.txt:1: ") == 0);
  CHECK(std::count(ran.err.begin(), ran.err.end(), '\n') == 1);
}

TEST_CASE("beyond the limit of a file's size a page fails, and no part of a file stays") {
  const Program program;
  program.write("site/small.html", page_with("iron"));
  std::string paragraphs;
  for (int i = 0; i < 60; ++i)
    paragraphs +=
        "<p>Number " + std::to_string(i) + " of the repairs took longer than anybody had planned.</p>";
  std::string page = page_with("brass");
  page.insert(page.find("</article>"), paragraphs);
  program.write("site/large.html", page);
  // The unit is 1,024 bytes.
  const auto folder = program.run("ulimit -f 2; \"$CA\" -q -o out site");
  CHECK(folder.exit_code == 1);
  CHECK(program.files("out") == Names{"small.txt"});
  CHECK(folder.err == "clean-article: site/large.html: cannot write out/large.txt: File too large\n");
  const auto file = program.run("ulimit -f 2; \"$CA\" -o text site/large.html");
  CHECK(file.exit_code == 2);
  CHECK_FALSE(program.has("text"));
  CHECK(contains(file.err, "cannot write text: File too large"));
  CHECK(program.files("") == Names{"out/small.txt", "site/large.html", "site/small.html"});
}

TEST_CASE("closed streams are no crash, and output that goes nowhere is an error") {
  const Program program;
  program.write("page.html", page_with("iron"));
  CHECK(program.run("\"$CA\" page.html >&-").exit_code == 2);
  CHECK(program.run("\"$CA\" page.html > /dev/full").exit_code == 2);
  CHECK(program.run("\"$CA\" --version >&-").exit_code == 2);
  CHECK(program.run("\"$CA\" none.html 2>&-").exit_code == 1);
  CHECK(program.run("\"$CA\" none.html 2> /dev/full").exit_code == 1);
  CHECK(contains(program.run("\"$CA\" page.html 2>&-").out, opening("iron")));
  CHECK(program.run("\"$CA\" - <&-").exit_code == 1);
  CHECK(program.run("\"$CA\" -o text page.html <&- >&- 2>&-").exit_code == 0);
  CHECK(program.read("text").find(opening("iron")) == 0);
}

#ifndef UNDER_SANITIZERS
TEST_CASE("with too little memory a page fails with a word, and the run goes on") {
  const Program program;
  program.write("a.html", page_with("iron"));
  std::string large = "<p>";
  for (int i = 0; i < 400'000; ++i) large += "A word and then some. ";
  program.write("b.html", large);
  program.write("c.html", page_with("brass"));
  const auto ran = program.run("ulimit -v 110000; \"$CA\" -j1 -o out a.html b.html c.html");
  CHECK(ran.exit_code == 1);
  CHECK(contains(ran.err, "clean-article: b.html: out of memory\n"));
  CHECK(program.files("out") == Names{"a.txt", "c.txt"});
}
#endif

// Whichever write, fsync or rename fails first: a full disk is said, no output is there in part, and what the
// run has lost is done by the next.
TEST_CASE("a disk that is full at any point costs a message and nothing that was whole") {
  for (const std::string output : {"out.jsonl", "out.jsonl.gz", "texts"}) {
    CAPTURE(output);
    const bool is_folder = output == "texts";
    const Program program;
    for (const char* name : {"iron", "stone", "rope"})
      program.write("pages/" + std::string(name) + ".html", page_with(name));
    const std::string run =
        "\"$CA\" -q " + std::string(is_folder ? "" : "--jsonl ") + "--manifest rows.tsv -j1 pages -o ";
    const std::string show =
        is_folder ? "cat texts/*" : "cat " + output + (output.ends_with("gz") ? " | zcat" : "");
    const auto whole = program.run(run + output + " && " + show);
    REQUIRE(whole.exit_code == 0);
    REQUIRE(contains(whole.out, opening("rope")));
    int failed = 0;
    for (int at = 1;; ++at) {
      CAPTURE(at);
      REQUIRE(at < 100);
      const auto ran = program.run(
          "rm -rf texts out.* rows.*; ASAN_OPTIONS=verify_asan_link_order=0 FAIL_AT=" + std::to_string(at) +
          " LD_PRELOAD='" CLEAN_ARTICLE_FAILING_WRITE "' " + run + output);
      if (ran.exit_code == 0) break;
      ++failed;
      CHECK(ran.exit_code == 2);
      CHECK(contains(ran.err, "No space left on device"));
      if (program.has(output) && !is_folder) CHECK(program.run(show).out == whole.out);
      const auto resumed = program.run(run + output + " --resume && " + show);
      CHECK(resumed.exit_code == 0);
      CHECK(resumed.out == whole.out);
    }
    CHECK(failed >= 5);
    CHECK(program.run(show).out == whole.out);
  }
}

}  // namespace
}  // namespace clean_article::cli
