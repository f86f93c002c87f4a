// "clean-article rules …" from outside.
#include <string>

#include "catch.hpp"
#include "corpora.hpp"
#include "program.hpp"

namespace clean_article::cli {
namespace {

using testing::page_with;
using testing::Program;

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

TEST_CASE("rules list names the files that apply, in their order") {
  const Program program;
  program.write("r/example.org.txt", "body: //p\n");
  program.write("r/.example.org.txt", "strip: //b\n");
  CHECK(program.run("\"$CA\" rules list --rules r www.example.org").out == "r/example.org.txt\n");
  CHECK(program.run("\"$CA\" rules list --rules r https://a.example.org/x").out == "r/.example.org.txt\n");
  CHECK(contains(program.run("\"$CA\" rules list --rules r").out, "r/.example.org.txt\nr/example.org.txt\n"));
  const auto none = program.run("\"$CA\" rules list --rules r other.com");
  CHECK(none.exit_code == 1);
  CHECK(none.err == "clean-article: no rule applies to 'other.com'\n");
}

TEST_CASE("rules lint names each fault with file and line, and what files share once") {
  const Program program;
  program.write("r/a.org.txt", "body: //p[\ntidy: no\nrequires_login: yes\n");
  program.write("r/b.org.txt", "titl: //p\nrequires_login: yes\nlogin_uri: x\nbody: //p\nstrip: //b\n");
  const auto ran = program.run("\"$CA\" rules lint r");
  CHECK(ran.exit_code == 1);
  CHECK(
      ran.out ==
      "r/a.org.txt:1: error: a name, '*' or a function was expected, not the end at character 5 in: //p[\n"
      "r/a.org.txt:3: warning: logging in is not supported: pages behind a login stay there (and in 1 other "
      "file)\n"
      "r/b.org.txt:1: warning: there is no directive 'titl'; is 'title' meant?\n"
      "2 files, 3 expressions, of which 66.67 % compile; 1 error, 3 warnings\n");
  program.write("good.org.txt", "body: //p\ntidy: no\n");
  const auto good = program.run("\"$CA\" rules lint -v good.org.txt");
  CHECK(good.exit_code == 0);
  CHECK(contains(good.out, "good.org.txt:2: note: 'tidy' has no effect"));
  CHECK(program.run("\"$CA\" rules lint nothing").exit_code == 1);
  CHECK(program.run("\"$CA\" rules lint").exit_code == 2);
}

TEST_CASE("rules lint reads the community's files and every one built in") {
  const Program program;
  const auto built_in = program.run("\"$CA\" rules lint " CLEAN_ARTICLE_SOURCE_DIR "/rules/sites");
  CHECK(built_in.exit_code == 0);
  const auto folder = test::find_in_corpora("ftr-site-config");
  if (!folder) return;
  const auto ran =
      program.run("\"$CA\" rules lint " + std::filesystem::absolute(*folder).string() + " | tail -1");
  CHECK(contains(ran.out, "2041 files"));
  CHECK(contains(ran.out, "99.9"));
}

TEST_CASE("rules test runs test_url and test_contains on saved pages") {
  const Program program;
  program.write("r/example.org.txt",
                "body: //article\n"
                "test_url: https://www.example.org/iron/\ntest_contains: which closed in   March\n"
                "test_url: https://example.org/tin?a=1\ntest_contains: no such text\n"
                "test_url: https://example.org/gold\n"
                "test_url: https://example.org/none\n");
  program.write("pages/example.org/iron.html", page_with("iron"));
  program.write("pages/example.org_tin?a=1.html", page_with("tin"));
  program.write("pages/saved.html", "<link rel=canonical href='http://example.org/gold'><p>Nothing.");
  const auto ran = program.run("\"$CA\" rules test r --pages pages");
  CHECK(ran.exit_code == 1);
  CHECK(contains(ran.out, "pass https://www.example.org/iron/ (r/example.org.txt:2)\n"));
  CHECK(contains(ran.out,
                 "FAIL https://example.org/tin?a=1 (r/example.org.txt:4): the text lacks: no such text\n"));
  CHECK(contains(ran.out, "FAIL https://example.org/gold (r/example.org.txt:6): "));
  CHECK(contains(ran.out, "1 passed, 2 failed, 1 without a page\n"));
  CHECK(program.run("\"$CA\" rules test r").exit_code == 2);
}

TEST_CASE("rules why tells what a rule found and did") {
  const Program program;
  program.write("r/example.org.txt", "title: //h1\nbody: //article\nstrip: //article/p[2]\n");
  program.write("page.html", page_with("iron"));
  const auto ran = program.run("\"$CA\" rules why --rules r --base-url https://example.org/a page.html");
  CHECK(ran.exit_code == 0);
  CHECK(contains(ran.out, "rule      r/example.org.txt\nbody      r/example.org.txt:2\n"));
  CHECK(contains(ran.out, "title     The iron bridge (r/example.org.txt:1)\n"));
  CHECK(contains(ran.out, "rule: strip (r/example.org.txt:3)"));
  CHECK(contains(ran.out, "rule: outside of the body (r/example.org.txt:2)"));
  CHECK(program.run("\"$CA\" rules why page.html").exit_code == 1);
}

TEST_CASE("the words of rules commands are checked") {
  const Program program;
  CHECK(contains(program.run("\"$CA\" rules").err, "'rules' needs a command: list, lint, test, why"));
  CHECK(contains(program.run("\"$CA\" rules lnt").err, "there is no command 'rules lnt'"));
  CHECK(program.run("\"$CA\" rules lnt").exit_code == 2);
  CHECK(program.run("\"$CA\" --pages x y.html").exit_code == 2);
  program.write("rules/page.html", page_with("iron"));
  CHECK(program.run("\"$CA\" ./rules").exit_code == 0);
}

TEST_CASE("--no-rules goes without the rules built in") {
  const Program program;
  program.write("r/example.org.txt", "body: //p\n");
  CHECK(program.run("\"$CA\" rules list --no-rules --rules r").out == "r/example.org.txt\n");
  CHECK(program.run("\"$CA\" rules list --no-rules").out.empty());
}

}  // namespace
}  // namespace clean_article::cli
