// The program with lists of inputs, and what of folders is taken.
#include "catch.hpp"
#include "program.hpp"

namespace clean_article::cli {
namespace {

using testing::contains;
using testing::opening;
using testing::page_with;
using testing::Program;
using Names = std::vector<std::string>;

void write_site(const Program& program) {
  for (const char* name : {"site/a.html", "site/b/c.html", "site/b/c.htm", "site/caf\xE9\n.html"})
    program.write(name, page_with("iron"));
}

TEST_CASE("a list names inputs, whose outputs lie by their paths") {
  const Program program;
  program.write("site/a.html", page_with("iron"));
  program.write("site/b/c.html", page_with("tin"));
  program.write("list", "site/a.html\r\n\n./site/../site/b/c.html\nsite/gone.html");
  const auto ran = program.run("\"$CA\" -i list -o out");
  CHECK(ran.exit_code == 1);
  CHECK(contains(ran.err, "site/gone.html: No such file or directory"));
  CHECK(contains(ran.err, "3 pages: 2 cleaned, 1 failed; "));
  CHECK(program.files("out") == Names{"site/a.txt", "site/b/c.txt"});
  CHECK(program.run("cat list | \"$CA\" -q --files-from - | grep -c bridge,").out == "2\n");
  CHECK(program.run("gzip list; \"$CA\" -q -i list.gz -o again; diff -r out again").exit_code == 0);
}

TEST_CASE("names in a list may hold anything where they end with a NUL byte") {
  const Program program;
  write_site(program);
  const auto ran = program.run("find site -type f -print0 | sort -z | \"$CA\" -q -0 -i - -o out");
  CHECK(ran.err.empty());
  CHECK(ran.exit_code == 0);
  CHECK(program.files("out") ==
        Names{"site/a.txt", "site/b/c.html.txt", "site/b/c.txt", "site/caf\xE9\n.txt"});
}

TEST_CASE("a list may begin with a byte order mark") {
  const Program program;
  program.write("a.html", page_with("a"));
  CHECK(program.run("printf '\\357\\273\\277a.html\\r\\n' | \"$CA\" -i -").exit_code == 0);
}

TEST_CASE("inputs of a list never overwrite each other, nor an input") {
  const Program program;
  write_site(program);
  program.write("list", "site/a.html\n../in/site/a.html\nsite/a.html\nsite\n");
  CHECK(program.run("\"$CA\" -q -i list -o out site/b/c.htm").exit_code == 0);
  CHECK(program.files("out") == Names{"c.txt", "in/site/a.txt", "site/a-2.txt", "site/a.html.txt",
                                      "site/a.txt", "site/b/c.htm.txt", "site/b/c.html.txt",
                                      "site/caf\xE9\n.txt"});
  program.write("texts/note.txt", page_with("tin"));
  const auto ran = program.run("echo texts/note.txt | \"$CA\" -i - -o texts");
  CHECK(ran.exit_code == 1);
  CHECK(contains(ran.err, "texts/note.txt: lies in the output folder"));
  CHECK(program.read("texts/note.txt") == page_with("tin"));
}

TEST_CASE("a list is worked on as it comes") {
  const Program program;
  program.write("a.html", page_with("iron"));
  // The second name comes only when the text of the first has.
  const auto ran = program.run(
      "mkfifo names; (exec 3> names; echo a.html >&3; for i in $(seq 100); do [ -s out ] && break; sleep "
      "0.1; done;"
      " [ -s out ] && echo gone.html >&3) & \"$CA\" -i names > out; wait");
  CHECK(contains(ran.err, "gone.html: No such file"));
  CHECK(contains(program.read("out"), opening("iron")));
}

TEST_CASE("what is no list is said to be none") {
  const Program program;
  CHECK(program.run("\"$CA\" -i nothing").exit_code == 2);
  CHECK(contains(program.run("\"$CA\" -i nothing").err, "the list 'nothing': No such file or directory"));
  CHECK(contains(program.run("\"$CA\" -i .").err, "the list '.': is a folder"));
  const auto binary = program.run("head -c 200000 /dev/zero | \"$CA\" -i -");
  CHECK(binary.exit_code == 1);
  CHECK(contains(binary.err, "standard input: a line is longer than 64 KiB"));
  CHECK(contains(program.run("\"$CA\" -0 a.html").err, "'--null' belongs to '--files-from FILE'"));
  CHECK(contains(program.run("\"$CA\" -i - -").err, "standard input ('-') is given twice"));
  CHECK(program.run("\"$CA\" -i /dev/null -o out").exit_code == 0);
}

TEST_CASE("globs say what of a folder is taken") {
  const Program program;
  write_site(program);
  program.write("site/b/d.data", page_with("tin"));
  const auto names = [&](const std::string& options) {
    program.run("rm -rf out; \"$CA\" -q -o out site " + options);
    return program.files("out");
  };
  CHECK(names("--exclude '*.htm*'") == Names{"b/d.data.txt"});
  CHECK(names("--exclude b/") == Names{"a.txt", "caf\xE9\n.txt"});
  CHECK(names("--exclude 'b/c.*'") == Names{"a.txt", "b/d.data.txt", "caf\xE9\n.txt"});
  CHECK(names("--include 'b/*' --exclude '*.htm'") == Names{"b/c.txt", "b/d.data.txt"});
  CHECK(names("--include '*.data' --include a.html") == Names{"a.txt", "b/d.data.txt"});
  const auto none = program.run("\"$CA\" -o none site --include '*.pdf'");
  CHECK(none.exit_code == 1);
  CHECK(contains(none.err, "there is no page in it that --include and --exclude let through"));
}

TEST_CASE("links out of a folder are said and not followed unless asked") {
  const Program program;
  program.write("site/a.html", page_with("iron"));
  program.write("elsewhere/b.html", page_with("tin"));
  program.run(
      "cd site; ln -s a.html inside.html; ln -s ../elsewhere/b.html outside.html; ln -s ../elsewhere folder;"
      " ln -s ../elsewhere/b.html data");
  const auto ran = program.run("\"$CA\" -o out site");
  CHECK(ran.exit_code == 1);
  CHECK(contains(ran.err, "site/folder: is a link that leads out of the folder (--follow-links follows it)"));
  CHECK(contains(ran.err, "site/outside.html: is a link that leads out of the folder"));
  CHECK(contains(ran.err, "3 pages: 2 cleaned, 1 failed, 1 folder skipped; "));
  CHECK(program.files("out") == Names{"a.txt", "inside.txt"});
  CHECK(program.run("\"$CA\" -q --follow-links -o all site").exit_code == 0);
  CHECK(program.files("all") == Names{"a.txt", "data.txt", "folder/b.txt", "inside.txt", "outside.txt"});
}

TEST_CASE("a line of a list that begins with # is a comment, a name that ends with NUL is not") {
  const Program program;
  program.write("#a.html", page_with("iron"));
  program.write("b.html", page_with("tin"));
  program.write("list", "# what is to be read\n#a.html\nb.html\n");
  const auto ran = program.run("\"$CA\" -q -i list");
  CHECK(ran.exit_code == 0);
  CHECK_FALSE(contains(ran.out, opening("iron")));
  CHECK(contains(ran.out, opening("tin")));
  CHECK(contains(program.run("echo ./#a.html | \"$CA\" -q -i -").out, opening("iron")));
  CHECK(contains(program.run("printf '#a.html\\0' | \"$CA\" -q -0 -i -").out, opening("iron")));
}

}  // namespace
}  // namespace clean_article::cli
