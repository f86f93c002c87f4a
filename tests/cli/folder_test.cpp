// The program on folders: mirrored outputs, the summary, and the same bytes with any number of jobs.
#include "catch.hpp"
#include "program.hpp"

namespace clean_article::cli {
namespace {

using testing::contains;
using testing::opening;
using testing::page_with;
using testing::Program;
using Names = std::vector<std::string>;

TEST_CASE("a folder is mirrored, pages by what they are, collisions by their full names") {
  const Program program;
  for (const char* name : {"site/a.html", "site/b/c.htm", "site/b/c.html", "site/d/e.xhtml", "site/f.php",
                           "site/caf\xE9.html"}) {
    program.write(name, page_with("iron"));
  }
  program.write("site/style.css", "p {}");
  const auto ran = program.run("\"$CA\" -o out site");
  CHECK(ran.exit_code == 0);
  CHECK(ran.out.empty());
  CHECK(program.files("out") ==
        Names{"a.txt", "b/c.htm.txt", "b/c.html.txt", "caf\xE9.txt", "d/e.txt", "f.php.txt"});
  CHECK(program.read("out/a.txt").find(opening("iron")) == 0);
  CHECK(ran.err.find("6 pages: 6 cleaned; ") == 0);
}

TEST_CASE("the summary counts each page once, and -q keeps errors only") {
  const Program program;
  program.write("site/a.html", page_with("iron"));
  program.write("site/b.html", "<html></html>");
  const auto ran = program.run("ln -s nowhere site/c.html; \"$CA\" -o out site");
  CHECK(ran.exit_code == 1);
  CHECK(ran.err.find("clean-article: site/b.html: ") == 0);
  CHECK(ran.err.find("\nclean-article: site/c.html: No such file or directory\n"
                     "3 pages: 1 cleaned, 1 without an article, 1 failed; ") != std::string::npos);
  CHECK(program.files("out") == Names{"a.txt"});
  const auto quiet = program.run("\"$CA\" -q -o out site");
  CHECK(quiet.exit_code == 1);
  CHECK(quiet.err == ran.err.substr(0, ran.err.find("3 pages")));
}

TEST_CASE("a folder without -o is printed page by page") {
  const Program program;
  program.write("site/b.html", page_with("brass"));
  program.write("site/a.html", page_with("iron"));
  const auto ran = program.run("\"$CA\" site");
  CHECK(ran.exit_code == 0);
  CHECK(ran.out.find("==> site/a.html <==\n" + opening("iron")) == 0);
  CHECK(ran.out.find("\n\n==> site/b.html <==\n" + opening("brass")) != std::string::npos);
}

TEST_CASE("a second run gives the same files, also beside the pages") {
  const Program program;
  for (const char* name : {"site/a.html", "site/b/a.html"}) program.write(name, page_with("iron"));
  CHECK(program.run("\"$CA\" -o site/out site").exit_code == 0);
  const Names files = program.files("site");
  CHECK(files == Names{"a.html", "b/a.html", "out/a.txt", "out/b/a.txt"});
  CHECK(program.run("\"$CA\" -o site/out site").exit_code == 0);
  CHECK(program.files("site") == files);
}

TEST_CASE("no two outputs are one file, and none is an input or a list") {
  const Program program;
  program.write("a.html", page_with("a"));
  program.write("list", "a.html\n");
  for (const std::string command :
       {"--manifest a.html -o out/ a.html", "--warc a.html a.html", "--manifest list -i list -o out/",
        "--warc list -i list", "--output-file list -i list"}) {
    CAPTURE(command);
    const auto ran = program.run("\"$CA\" " + command);
    CHECK(ran.exit_code == 2);
    CHECK(contains(ran.err, "is an input; it would be overwritten"));
  }
  const auto ran = program.run("\"$CA\" --manifest out --output-file ./out --jsonl a.html");
  CHECK(ran.exit_code == 2);
  CHECK(contains(ran.err, "options '--output-file' and '--manifest' name the same file"));
  CHECK(program.run("cat list").out == "a.html\n");
  program.write("pages/b.html", page_with("b"));
  CHECK(contains(program.run("\"$CA\" --manifest pages/b.html -o out/ pages").err,
                 "is the file of '--manifest'"));
}

TEST_CASE("- as an output is standard output") {
  const Program program;
  program.write("a.html", page_with("a"));
  CHECK(program.run("\"$CA\" -o - a.html").out == program.run("\"$CA\" a.html").out);
  CHECK_FALSE(program.has("-"));
}

TEST_CASE("no input is overwritten by an output") {
  const Program program;
  program.write("a.html", page_with("iron"));
  program.write("a.txt", page_with("brass"));
  const auto ran = program.run("\"$CA\" -o . a.txt a.html; echo $?; \"$CA\" -o . a.txt");
  CHECK(program.read("a.html") == page_with("iron"));
  CHECK(program.read("a.txt") == page_with("brass"));
  CHECK(ran.exit_code == 1);
  CHECK(ran.err.find("a.txt: its output would overwrite the input") != std::string::npos);
}

TEST_CASE("one job or many: the same texts, the same messages, in the same order") {
  const Program program;
  for (int i = 0; i < 60; ++i) {
    const std::string name = "site/" + std::to_string(i % 7) + "/" + std::to_string(i) + ".html";
    program.write(name, i % 5 == 0 ? "<html></html>" : page_with("no " + std::to_string(i)));
  }
  const auto one = program.run("\"$CA\" -q -j1 site");
  const auto four = program.run("\"$CA\" -q -j4 site");
  CHECK(one.exit_code == 1);
  CHECK(four.exit_code == 1);
  CHECK_FALSE(one.out.empty());
  CHECK(one.out == four.out);
  CHECK(one.err == four.err);
  program.run("\"$CA\" -q -j1 -o one site; \"$CA\" -q -j4 -o four site");
  CHECK(program.files("one").size() == 48);
  CHECK(program.run("diff -r one four").exit_code == 0);
}

TEST_CASE("a folder without a page is said to be one, and is no page that failed") {
  const Program program;
  program.write("empty/style.css", "p {}");
  for (const char* line : {"\"$CA\" empty", "\"$CA\" -o out empty"}) {
    const auto ran = program.run(line);
    CHECK(ran.exit_code == 1);
    CHECK(ran.err ==
          "clean-article: empty: there is no page in it: no .html, .htm, .xhtml or .txt file, and none that "
          "begins like HTML\n");
  }
}

TEST_CASE("loops, FIFOs, links to nowhere and folders named like pages are survived") {
  const Program program;
  program.write("site/a.html", page_with("iron"));
  const auto ran = program.run(
      "cd site; ln -s . loop; ln -s self.html self.html; mkfifo pipe.html; "
      "mkdir page.html; cd ..; \"$CA\" -o out site");
  CHECK(ran.exit_code == 1);
  CHECK(program.files("out") == Names{"a.txt"});
  CHECK(ran.err.find("clean-article: site/loop: leads back to a folder that it lies in\n"
                     "clean-article: site/pipe.html: is a FIFO") == 0);
  CHECK(ran.err.find("3 pages: 1 cleaned, 2 failed, 1 folder skipped") != std::string::npos);
}

TEST_CASE("an interrupt gives up a page that is waited for, and begins no other") {
  const Program program;
  program.write("page.html", page_with("iron"));
  // The first input is more than a pipe holds, so the program reads it when the signal is sent, and waits for
  // its end. Not SIGINT, which a test run in the background inherits as ignored.
  const auto ran = program.run(
      "exec \"$CA\" -j1 -o out <(cat page.html; head -c 300000 /dev/zero | tr '\\0' ' '; kill -TERM $$; "
      "sleep 20) "
      "page.html");
  CHECK(ran.exit_code == 143);
  CHECK(program.files("out").empty());
  CHECK(ran.err.find("interrupted") != std::string::npos);
}

TEST_CASE("a full disk ends the run and leaves no part of a file") {
  const Program program;
  for (int i = 0; i < 50; ++i) program.write("site/" + std::to_string(i) + ".html", page_with("iron"));
  // A small file system of our own, where that is allowed.
  const char* const mount =
      "mkdir disk && unshare -m bash -c 'mount -t tmpfs -o size=16k tmpfs disk || exit 77; ";
  const auto ran = program.run(std::string(mount) +
                               "\"$0\" -o disk/out site; code=$?; find disk -name \"*.tmp\"; "
                               "exit $code' \"$CA\"");
  if (ran.exit_code == 77 || ran.err.find("unshare") != std::string::npos) {
    WARN("skipped: no file system can be mounted here");
    return;
  }
  CHECK(ran.exit_code == 2);
  CHECK(ran.err.find("No space left on device") != std::string::npos);
  CHECK(ran.out.empty());
}

}  // namespace
}  // namespace clean_article::cli
