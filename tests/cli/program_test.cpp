// The program from outside: one page, usage, and what it does when something is wrong.
#include "program.hpp"

#include "catch.hpp"

namespace clean_article::cli {
namespace {

using testing::contains;
using testing::opening;
using testing::page_with;
using testing::Program;

TEST_CASE("a file's article stands on standard output, and nothing else") {
  const Program program;
  program.write("page.html", page_with("iron"));
  const auto ran = program.run("\"$CA\" page.html");
  CHECK(ran.exit_code == 0);
  CHECK(ran.err.empty());
  CHECK(ran.out.find(opening("iron")) == 0);
  CHECK(
      contains(ran.out, "before the summer, the town's engineers told the council on Tuesday evening.\n\n"));
  CHECK(ran.out.ends_with("shows a pass.\n"));
  CHECK_FALSE(contains(ran.out, "Sport"));
  CHECK_FALSE(contains(ran.out, "==>"));
}

TEST_CASE("a pipe is read with and without '-', a shell's <(command) too") {
  const Program program;
  program.write("page.html", page_with("iron"));
  const std::string text = program.run("\"$CA\" page.html").out;
  for (const char* line : {"cat page.html | \"$CA\"", "\"$CA\" - < page.html",
                           "\"$CA\" /dev/stdin < page.html", "\"$CA\" <(cat page.html)"}) {
    CAPTURE(line);
    const auto ran = program.run(line);
    CHECK(ran.exit_code == 0);
    CHECK(ran.err.empty());
    CHECK(ran.out == text);
  }
}

TEST_CASE("a file can be given whatever its name") {
  const Program program;
  for (const char* name : {"-v", "a b.html", "caf\xE9.html", "'", "new\nline"})
    program.write(name, page_with("tin"));
  CHECK(program.run("\"$CA\" -- -v").exit_code == 0);
  CHECK(program.run("\"$CA\" 'a b.html'").exit_code == 0);
  CHECK(program.run("\"$CA\" caf\xE9.html").exit_code == 0);
  const auto all = program.run("\"$CA\" -- *");
  CHECK(all.exit_code == 0);
  CHECK(contains(all.out, "==> new\\x0aline <==\n"));
}

TEST_CASE("several texts stand below their names, in the order given") {
  const Program program;
  program.write("b.html", page_with("brass"));
  program.write("a.html", page_with("iron"));
  const auto ran = program.run("\"$CA\" b.html a.html");
  CHECK(ran.exit_code == 0);
  CHECK(ran.err.empty());
  CHECK(ran.out.find("==> b.html <==\n" + opening("brass")) == 0);
  CHECK(contains(ran.out, "shows a pass.\n\n==> a.html <==\n" + opening("iron")));
}

TEST_CASE("an input that fails is said, and the others are cleaned all the same") {
  const Program program;
  program.write("a.html", page_with("iron"));
  program.write("empty.html", "");
  const auto ran = program.run(
      "mkfifo fifo.html; ln -s nowhere gone.html; mkdir sub; "
      "\"$CA\" missing.html fifo.html gone.html empty.html a.html");
  CHECK(ran.exit_code == 1);
  CHECK(contains(ran.out, opening("iron")));
  CHECK(ran.err.find("clean-article: missing.html: No such file or directory\n"
                     "clean-article: fifo.html: is a FIFO") == 0);
  CHECK(contains(ran.err,
                 "\nclean-article: gone.html: No such file or directory\nclean-article: empty.html: "));
}

TEST_CASE("what holds no article is said and prints nothing") {
  const Program program;
  const auto complaint_about = [&](const std::string& input) {
    const auto ran = program.run(input + " | \"$CA\"");
    CHECK(ran.exit_code == 1);
    CHECK(ran.out.empty());
    return ran.err;
  };
  for (const char* input : {"printf '<html><body></body></html>'", "printf '<script>x</script>'"}) {
    CAPTURE(input);
    CHECK(complaint_about(input) ==
          "clean-article: standard input: no article found: the page shows no text\n");
  }
  for (const char* input : {"true", "printf ' \\n'"}) {
    CAPTURE(input);
    CHECK(complaint_about(input) == "clean-article: standard input: no article found: the page is empty\n");
  }
  for (const char* input : {"printf '\\0'", "head -c 5000 /dev/zero | tr '\\0' '\\1'"}) {
    CAPTURE(input);
    CHECK(complaint_about(input) == "clean-article: standard input: neither HTML nor text\n");
  }
}

TEST_CASE("noise, and the program itself as input, do no harm") {
  const Program program;
  for (const char* input : {"head -c 300000 /dev/urandom", "head -c 2000000 \"$CA\"",
                            "yes '<div>' | head -100000", "yes '<b><p' | head -20000"}) {
    CAPTURE(input);
    const auto ran = program.run(std::string(input) + " | \"$CA\"");
    CHECK((ran.exit_code == 0 || ran.exit_code == 1));
    CHECK(ran.out.empty() == (ran.exit_code == 1));
    CHECK(ran.err.empty() == (ran.exit_code == 0));
    CHECK(ran.out.find_first_of(std::string_view("\0\x01\x1b\x7f", 4)) == std::string::npos);
  }
}

TEST_CASE("an input above the limit is an error, not a part of a text") {
  const Program program;
  program.write("page.html", page_with("iron"));
  for (const char* line : {"\"$CA\" --max-bytes 100 page.html", "\"$CA\" --max-bytes 100 < page.html"}) {
    const auto ran = program.run(line);
    CHECK(ran.exit_code == 1);
    CHECK(ran.out.empty());
    CHECK(contains(ran.err, ": is larger than the limit of 100 bytes (--max-bytes)\n"));
  }
}

TEST_CASE("a URL that cannot be fetched is said with its address") {
  const Program program;
  const auto ran = program.run("\"$CA\" file:///etc/passwd http://127.0.0.1:9/");
  CHECK(ran.exit_code == 1);
  CHECK(ran.out.empty());
  CHECK(ran.err.find("clean-article: file:///etc/passwd: ") == 0);
  CHECK(contains(ran.err, "\nclean-article: http://127.0.0.1:9/: "));
}

TEST_CASE("usage that makes no sense exits with 2, says so on standard error and points to the help") {
  const Program program;
  program.write("page.html", page_with("iron"));
  for (const char* line :
       {"\"$CA\" --no-such page.html", "\"$CA\" -j 0 page.html", "\"$CA\" -o", "\"$CA\" help",
        "\"$CA\" -o page.html a b", "\"$CA\" --rules missing page.html", "\"$CA\" --shard 2 .",
        "\"$CA\" --output-file page.html page.html", "\"$CA\" -o page.html page.html", "\"$CA\" -o . ."}) {
    CAPTURE(line);
    const auto ran = program.run(line);
    CHECK(ran.exit_code == 2);
    CHECK(ran.out.empty());
    CHECK(ran.err.find("clean-article: ") == 0);
    CHECK(ran.err.ends_with("\n'clean-article --help' tells more.\n"));
  }
  CHECK(program.read("page.html") == page_with("iron"));
}

TEST_CASE("bad usage of a rules command points to that command's help") {
  const Program program;
  CHECK(program.run("\"$CA\" rules lint").err.ends_with("\n'clean-article rules lint --help' tells more.\n"));
  CHECK(program.run("\"$CA\" rules").err.ends_with("\n'clean-article rules --help' tells more.\n"));
  CHECK(contains(program.run("\"$CA\" rules lnit x").err, "did you mean 'rules lint'?"));
  CHECK(program.run("\"$CA\" rules lint --help").out.starts_with("Usage: clean-article rules lint "));
  CHECK(program.run("\"$CA\" rules --help").out.starts_with("Usage: clean-article rules COMMAND "));
}

TEST_CASE("a text that is refused says why, and --recall where that takes it") {
  const Program program;
  program.write("short.html",
                "<html><body><p>The ferry does not sail today because of the storm.</p></body></html>");
  const auto refused = program.run("\"$CA\" short.html");
  CHECK(refused.exit_code == 1);
  CHECK(refused.err ==
        "clean-article: short.html: no article found: 10 words are too few to tell by; --recall takes it all "
        "the same\n");
  const auto taken = program.run("\"$CA\" --recall short.html");
  CHECK(taken.exit_code == 0);
  CHECK(taken.out == "The ferry does not sail today because of the storm.\n");
  CHECK(program.run("printf 'See you at three, Anna\\n' | \"$CA\" --recall").out ==
        "See you at three, Anna\n");
}

TEST_CASE("help and version stand on standard output") {
  const Program program;
  const auto help = program.run("\"$CA\" --help");
  CHECK(help.exit_code == 0);
  CHECK(help.out.find("Usage: clean-article ") == 0);
  CHECK(help.err.empty());
  const auto version = program.run("\"$CA\" --version");
  CHECK(version.exit_code == 0);
  CHECK(version.out.find("clean-article ") == 0);
  CHECK(version.out.find_first_of("0123456789") == 14);
}

TEST_CASE("a reader that leaves early is nothing to talk about") {
  const Program program;
  for (int i = 0; i < 40; ++i) program.write("p" + std::to_string(i) + ".html", page_with("iron"));
  for (const char* line : {"\"$CA\" --help | head -3", "\"$CA\" --help | true", "\"$CA\" -q . | head -1",
                           "\"$CA\" *.html | true", "yes p1.html | head -5000 | xargs \"$CA\" | head -1"}) {
    CAPTURE(line);
    const auto ran = program.run(line);
    CHECK(ran.exit_code == 0);
    CHECK(ran.err.empty());
  }
}

TEST_CASE("output that cannot be written is an error") {
  const Program program;
  program.write("page.html", page_with("iron"));
  for (const char* line : {"\"$CA\" page.html > /dev/full", "\"$CA\" . > /dev/full",
                           "\"$CA\" --help > /dev/full", "\"$CA\" --output-file /dev/full page.html"}) {
    CAPTURE(line);
    const auto ran = program.run(line);
    CHECK(ran.exit_code == 2);
    CHECK(contains(ran.err, "No space left on device"));
  }
  CHECK(program.run("\"$CA\" page.html >&-").exit_code == 2);
  CHECK(program.run("\"$CA\" --output-file no/such/folder/x page.html").exit_code == 2);
  CHECK(program.read("page.html") == page_with("iron"));
}

TEST_CASE("closed standard streams confuse nothing") {
  const Program program;
  program.write("page.html", page_with("iron"));
  CHECK(contains(program.run("\"$CA\" page.html <&-").out, opening("iron")));
  CHECK(contains(program.run("\"$CA\" page.html 2>&-").out, opening("iron")));
  CHECK(program.run("\"$CA\" - <&-").exit_code == 1);
}

TEST_CASE("no input and a terminal: a short usage, exit 2") {
  const Program program;
  if (program.run("script -qec true /dev/null").exit_code != 0) {
    WARN("skipped: script(1) cannot give the program a terminal here");
    return;
  }
  const auto ran = program.run("script -qec \"'$CA'\" /dev/null");
  CHECK(ran.exit_code == 2);
  CHECK(ran.out.find("Usage: clean-article") == 0);
}

TEST_CASE("--output-file takes the text, whole and alone") {
  const Program program;
  program.write("page.html", page_with("iron"));
  const std::string text = program.run("\"$CA\" page.html").out;
  const auto ran = program.run("\"$CA\" --output-file text.txt page.html");
  CHECK(ran.exit_code == 0);
  CHECK(ran.out.empty());
  CHECK(ran.err.empty());
  CHECK(program.read("text.txt") == text);
  CHECK(program.files("") == std::vector<std::string>{"page.html", "text.txt"});
}

TEST_CASE("-o is a file for one page, and a folder where it is one, ends as one or must be one") {
  const Program program;
  program.write("page.html", page_with("iron"));
  program.write("other.html", page_with("brass"));
  const std::string text = program.run("\"$CA\" page.html").out;
  CHECK(program.run("\"$CA\" -o text.txt page.html").exit_code == 0);
  CHECK(program.read("text.txt") == text);
  CHECK(program.run("\"$CA\" -o text.txt < page.html").exit_code == 0);
  CHECK(program.run("\"$CA\" -o new/ page.html; mkdir here; \"$CA\" -o here page.html").exit_code == 0);
  CHECK(program.read("new/page.txt") == text);
  CHECK(program.read("here/page.txt") == text);
  CHECK(program.run("\"$CA\" -q -o both page.html other.html; \"$CA\" -q --output-dir one page.html")
            .exit_code == 0);
  CHECK(program.files("both") == std::vector<std::string>{"other.txt", "page.txt"});
  CHECK(program.files("one") == std::vector<std::string>{"page.txt"});
  CHECK(program.run("mkdir site; mv other.html site; \"$CA\" -q -o texts site").exit_code == 0);
  CHECK(program.files("texts") == std::vector<std::string>{"other.txt"});
}

TEST_CASE("--explain gives every block with its verdict, kept text and dropped alike") {
  const Program program;
  program.write("page.html", page_with("iron"));
  const auto ran = program.run("\"$CA\" --explain page.html");
  CHECK(ran.exit_code == 0);
  std::istringstream lines(ran.out);
  int kept = 0;
  bool dropped_navigation = false;
  for (std::string line; std::getline(lines, line);) {
    CHECK((line.starts_with("keep ") || line.starts_with("drop ") || line.starts_with("field ")));
    kept += line.starts_with("keep ") ? 1 : 0;
    if (line.starts_with("drop ") && contains(line, "Sport")) dropped_navigation = true;
  }
  CHECK(kept >= 3);
  CHECK(dropped_navigation);
  CHECK(contains(ran.out, "  " + opening("iron")));
}

TEST_CASE("where libcurl cannot be loaded URLs say so and pages need none") {
  const Program program;
  program.write("lib/libcurl.so.4", "no library");
  program.write("page.html", page_with("granite"));
  const std::string without = "LD_LIBRARY_PATH=$PWD/lib $CA ";
  const auto url = program.run(without + "https://example.invalid/");
  CHECK(url.exit_code == 1);
  CHECK(contains(url.err, "clean-article: https://example.invalid/: libcurl is not here"));
  const auto page = program.run(without + "page.html");
  CHECK(page.exit_code == 0);
  CHECK(contains(page.out, "granite"));
}

}  // namespace
}  // namespace clean_article::cli
