// Lists of phrases and words that somebody extends in files only, through the program.
#include <fstream>
#include <sstream>
#include <string>

#include "catch.hpp"
#include "program.hpp"

namespace clean_article::cli {
namespace {

using testing::contains;
using testing::Program;

std::string list_with(const std::string& name, const std::string& more) {
  std::ifstream file(CLEAN_ARTICLE_SOURCE_DIR "/rules/" + name, std::ios::binary);
  std::ostringstream content;
  content << file.rdbuf() << more;
  return content.str();
}

// An article with a line between its paragraphs, a byline under its title and a paragraph at its end.
std::string page(const std::string& language, const std::string& byline, const std::string& blurb,
                 const std::string& last) {
  return "<!DOCTYPE html><html lang=\"" + language +
         "\"><head><meta charset=\"utf-8\"><meta property=\"og:type\" content=\"article\">"
         "<title>Silta suljettiin</title></head><body><main><article><h1>Silta suljettiin</h1><p "
         "class=\"byline\">" +
         byline +
         "</p><p>Bron stängdes i mars sedan en besiktning hade visat att två av kablarna var rostiga, och "
         "färjan går sedan dess var tjugonde minut från tidig morgon till sen kväll.</p><p>" +
         blurb +
         "</p><p>Arbetet tog längre tid än någon hade räknat med, sade ingenjörerna till fullmäktige, "
         "eftersom "
         "stålet måste valsas på beställning av ett verk med nio anställda.</p><p>" +
         last + "</p></article></main></body></html>\n";
}

const std::string kEnd =
    "Innan sommaren ska den öppna igen, och tills dess betalar staden för alla som visar sitt kort.";

TEST_CASE("a newsletter's blurb is dropped by a line in a file") {
  const Program program;
  const std::string blurb = "Häng med i vår lilla veckopost om broar";
  program.write("page.html", page("sv", "Av Karin Lund", blurb, kEnd));
  CHECK(contains(program.run("\"$CA\" page.html").out, blurb));
  program.write("r/phrases/newsletter.txt",
                list_with("phrases/newsletter.txt", "\n[sv]\nHäng med i vår {lilla|stora|} veckopost …4\n"));
  const auto ran = program.run("\"$CA\" --rules r page.html");
  CHECK(contains(ran.out, "Bron stängdes i mars"));
  CHECK_FALSE(contains(ran.out, blurb));
  const std::string lines = program.run("wc -l < r/phrases/newsletter.txt").out;
  CHECK(contains(program.run("\"$CA\" --rules r --explain page.html").out,
                 "(r/phrases/newsletter.txt:" + lines.substr(0, lines.find('\n')) + ")"));
}

TEST_CASE("a Finnish role is no author, by a line in a file, and makes a biography") {
  const Program program;
  const std::string biography =
      "Maija Virtanen on toimittaja, joka asuu Tampereella ja kirjoittaa silloista.";
  program.write("page.html", page("fi", "By Maija Virtanen, toimittaja", kEnd, biography));
  const auto before = program.run("\"$CA\" --json page.html");
  CHECK(contains(before.out, "\"toimittaja\""));
  CHECK(contains(before.out, biography));
  program.write("r/words/author-roles.txt", list_with("words/author-roles.txt", "toimittaja\n"));
  program.write("r/words/biography-verbs.txt", list_with("words/biography-verbs.txt", "on\n"));
  const auto after = program.run("\"$CA\" --rules r --json page.html");
  CHECK(contains(after.out, "\"Maija Virtanen\""));
  CHECK_FALSE(contains(after.out, "\"toimittaja\""));
  CHECK_FALSE(contains(after.out, biography));
  CHECK(contains(after.out, "Innan sommaren"));
}

TEST_CASE("a word list of a wrong name or form is said with its file and line") {
  const Program program;
  program.write("page.html", page("sv", "Av Karin Lund", kEnd, kEnd));
  program.write("r/words/roles.txt", "toimittaja\n");
  const auto misnamed = program.run("\"$CA\" --rules r page.html");
  CHECK(misnamed.exit_code != 0);
  CHECK(contains(misnamed.err, "r/words/roles.txt: no word list has this name"));
  program.write("s/words/author-roles.txt", "toimittaja\n[fi\n");
  CHECK(contains(program.run("\"$CA\" --rules s page.html").err, "s/words/author-roles.txt:2: a section is"));
}

}  // namespace
}  // namespace clean_article::cli
