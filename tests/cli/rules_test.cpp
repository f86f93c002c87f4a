// "clean-article rules …" from outside.
#include <sstream>
#include <string>

#include "catch.hpp"
#include "corpora.hpp"
#include "program.hpp"

namespace clean_article::cli {
namespace {

using testing::contains;
using testing::page_with;
using testing::Program;

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
  program.write("empty.org.txt", "# nothing yet\n");
  CHECK(program.run("\"$CA\" rules lint empty.org.txt").out ==
        "1 file, 0 expressions; 0 errors, 0 warnings\n");
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

// A page of a made-up site: the same frame and blurbs on each, an article of its own.
std::string site_page(int number) {
  const std::string n = std::to_string(number);
  const std::string words[] = {"harbour", "orchard", "railway", "chapel", "quarry", "library", "meadow"};
  const std::string& word = words[static_cast<std::size_t>(number) % 7];
  std::string page = "<!DOCTYPE html><html><head><title>The " + word +
                     "</title><meta property='og:url' content='https://lane.example/" + n +
                     "'><meta property='og:type' content='article'></head><body><nav class=menu><a "
                     "href=/>Home</a> <a href=/n>News</a></nav>"
                     "<main><div class='story-body'><h1>The " +
                     word + "</h1>";
  for (const char* part : {"opened", "closed", "moved"}) {
    page += "<p>The " + word + " of the town " + part + " in the year " + n +
            ", and those who worked there remember how the news came, who brought it, and what the weather "
            "was like when the "
            "first of them heard of it near the " +
            word + ".</p>";
    if (std::string(part) == "closed")
      page +=
          "<p>Walkers of the lane get the long stories of the week before all the others, for less than " +
          n +
          " coins, and may stop whenever they like to.</p><div class='more-box'><p>Also in the lane: issue " +
          n + " of the almanac</p><p><a href=/x>Order the almanac of the year</a></p></div>";
  }
  return page +
         "</div></main><div class=foot><p>The lane is printed by its neighbours.</p></div></body></html>";
}

std::size_t lines_with(const std::string& text, const std::string& part) {
  std::istringstream lines(text);
  std::size_t count = 0;
  for (std::string line; std::getline(lines, line);) count += contains(line, part) ? 1 : 0;
  return count;
}

TEST_CASE("rules learn writes what the pages of a site share, with how often it was seen") {
  const Program program;
  for (int i = 1; i <= 6; ++i) program.write("pages/" + std::to_string(i) + ".html", site_page(i));
  const auto ran = program.run("\"$CA\" rules learn pages > lane.example.txt; cat lane.example.txt");
  CHECK(ran.exit_code == 0);
  CHECK(
      ran.err ==
      "clean-article: learned from 6 pages of lane.example; look at it, then keep it as lane.example.txt\n");
  CHECK(contains(ran.out, "# lane.example, learned from 6 pages\n"));
  CHECK(contains(ran.out, "body(css): div.story-body\n"));
  CHECK(contains(ran.out, "strip(css): div.more-box\n"));
  CHECK(contains(
      ran.out,
      "# on 6 of 6 pages\ndrop: Walkers of the lane get the long stories of the week before all the others, "
      "for less than \\d+ coins, and may stop whenever they like to\\.\n"));

  // The rule works as it was written.
  CHECK(program.run("\"$CA\" rules lint lane.example.txt").exit_code == 0);
  program.write("r/lane.example.txt", ran.out);
  const auto cleaned = program.run("\"$CA\" --rules r pages/3.html");
  CHECK(contains(cleaned.out, "The chapel of the town moved"));
  CHECK_FALSE(contains(cleaned.out, "Walkers of the lane"));
  CHECK_FALSE(contains(cleaned.out, "almanac"));

  program.write("few/1.html", site_page(1));
  const auto few = program.run("\"$CA\" rules learn few");
  CHECK(few.exit_code == 1);
  CHECK(contains(
      few.err, "a rule needs 5 pages of one site that share something, and here is 1 page of lane.example"));
}

TEST_CASE("--learn-templates leaves of a site's pages what they do not share") {
  const Program program;
  for (int i = 1; i <= 3; ++i) program.write("pages/" + std::to_string(i) + ".html", site_page(i));
  const auto plain = program.run("\"$CA\" pages");
  CHECK(lines_with(plain.out, "Walkers of the lane") == 3);
  const auto learned = program.run("\"$CA\" --learn-templates pages");
  CHECK(learned.exit_code == 0);
  CHECK(lines_with(learned.out, "Walkers of the lane") == 0);
  CHECK(lines_with(learned.out, " of the town ") == 9);
  CHECK(program.run("\"$CA\" --learn-templates -j1 pages").out == learned.out);
  // What two pages share may be chance.
  program.run("rm pages/2.html");
  CHECK(lines_with(program.run("\"$CA\" --learn-templates pages").out, "Walkers of the lane") == 2);
}

TEST_CASE("rules new begins a rule from one page") {
  const Program program;
  program.write("page.html", site_page(3));
  const auto ran =
      program.run("\"$CA\" rules new lane.example page.html > lane.example.txt; cat lane.example.txt");
  CHECK(ran.exit_code == 0);
  CHECK(contains(ran.out, "body(css): div.story-body\n"));
  CHECK(program.run("\"$CA\" rules lint lane.example.txt").exit_code == 0);
  CHECK(program.run("\"$CA\" rules new page.html").exit_code == 2);
}

TEST_CASE("the words of rules commands are checked") {
  const Program program;
  CHECK(contains(program.run("\"$CA\" rules").err,
                 "'rules' needs a command: list, lint, test, why, new, learn"));
  CHECK(contains(program.run("\"$CA\" rules lnt").err, "there is no command 'rules lnt'"));
  CHECK(program.run("\"$CA\" rules lnt").exit_code == 2);
  CHECK(program.run("\"$CA\" --pages x y.html").exit_code == 2);
  program.write("rules/page.html", page_with("iron"));
  CHECK(program.run("\"$CA\" ./rules").exit_code == 0);
}

TEST_CASE("what is no rule, host or folder of pages is said, and nothing of it reaches the terminal") {
  const Program program;
  program.write("page.html", site_page(3));
  program.write("r/example.org.txt", "\x1B[2J: //p\nbody: //p[\x1B]\n");
  const auto lint = program.run("\"$CA\" rules lint r");
  CHECK(lint.exit_code == 1);
  CHECK_FALSE(contains(lint.out, "\x1B"));
  program.write("zero/example.org.txt", std::string("body: //p\0\n", 11));
  CHECK(contains(program.run("\"$CA\" rules lint zero").out, "example.org.txt is no text file"));
  CHECK(
      contains(program.run("\"$CA\" rules test r --pages nowhere").err, "'nowhere' (--pages) is no folder"));
  CHECK(contains(program.run("\"$CA\" rules test r --pages r").err, "'r' holds no test_url"));
  CHECK(contains(program.run("\"$CA\" rules new 'no host' page.html").err, "'no host' is no host"));
  const auto other = program.run("\"$CA\" rules new https://www.other.example/x page.html");
  CHECK(other.out.starts_with("# other.example\n"));
  CHECK(contains(other.out, "test_url: https://other.example/"));
}

TEST_CASE("rules finish lists every finishing rule, and each can be switched off") {
  const Program program;
  const auto list = program.run("\"$CA\" rules finish");
  CHECK(list.exit_code == 0);
  CHECK(contains(list.out, "\ncaption           caption of a picture             article      "));
  CHECK(program.run("\"$CA\" rules finish caption").exit_code == 2);
  program.write("page.html", "<meta property='og:type' content='article'>" + page_with("The river rose.") +
                                 "<p>Share this article</p>");
  CHECK_FALSE(contains(program.run("\"$CA\" --recall page.html").out, "Share this"));
  CHECK(contains(program.run("\"$CA\" --explain page.html").out, "share: share or follow bar"));
  CHECK_FALSE(contains(program.run("\"$CA\" --explain --without share page.html").out, "share: share or"));
  const auto wrong = program.run("\"$CA\" --without sharing --without title page.html");
  CHECK(wrong.exit_code == 2);
  CHECK(contains(wrong.err, "option '--without': there is no finishing rule 'sharing'; is 'share' meant?"));
}

TEST_CASE("--no-rules goes without the rules built in") {
  const Program program;
  program.write("r/example.org.txt", "body: //p\n");
  CHECK(program.run("\"$CA\" rules list --no-rules --rules r").out == "r/example.org.txt\n");
  CHECK(program.run("\"$CA\" rules list --no-rules").out.empty());
}

}  // namespace
}  // namespace clean_article::cli
