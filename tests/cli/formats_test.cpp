// The program's formats and metadata, as options ask for them.
#include <nlohmann/json.hpp>

#include "catch.hpp"
#include "program.hpp"

namespace clean_article::cli {
namespace {

using testing::contains;
using testing::page_with;
using testing::Program;
using Names = std::vector<std::string>;

TEST_CASE("each format has its option, its short form and its look") {
  const Program program;
  program.write("page.html", page_with("iron"));
  const auto run = [&](const std::string& options) {
    return program.run("\"$CA\" " + options + " page.html");
  };
  CHECK(run("--format txt").out == run("").out);
  CHECK(run("-f markdown --title").out.starts_with("# The iron bridge\n\n"));
  CHECK(run("--markdown").out == run("--format markdown").out);
  CHECK(run("--html").out.starts_with("<!DOCTYPE html>\n"));
  CHECK(nlohmann::json::parse(run("--json").out)["title"] == "The iron bridge");
  CHECK(nlohmann::json::parse(run("--jsonl --blocks").out)["blocks"].size() >= 3);
  CHECK(run("--csv").out.starts_with("url,hostname,title,"));
  CHECK(contains(run("--xml").out, "<doc title=\"The iron bridge\""));
  CHECK(contains(run("--xmltei").out, "<TEI xmlns="));
  CHECK(run("--format tei").out == run("--xmltei").out);
}

TEST_CASE("formats that cannot be are refused with what would be right") {
  const Program program;
  program.write("page.html", page_with("iron"));
  const auto wrong = program.run("\"$CA\" --format doc page.html");
  CHECK(wrong.exit_code == 2);
  CHECK(contains(wrong.err, "txt, markdown, html, json, jsonl, csv, xml or tei, not 'doc'"));
  CHECK(program.run("\"$CA\" --json --csv page.html").exit_code == 2);
  CHECK(program.run("\"$CA\" --blocks page.html").exit_code == 2);
  CHECK(program.run("\"$CA\" --target-language klingonisch page.html").exit_code == 2);
}

TEST_CASE("--metadata prints the fields, --with-metadata puts them before the text") {
  const Program program;
  program.write("page.html", page_with("iron"));
  const std::string text = program.run("\"$CA\" page.html").out;
  const std::string fields = program.run("\"$CA\" --metadata page.html").out;
  CHECK(fields.starts_with("---\ntitle: \"The iron bridge\"\n"));
  CHECK(fields.ends_with("---\n"));
  CHECK(program.run("\"$CA\" --with-metadata page.html").out == fields + "\n" + text);
  CHECK_FALSE(nlohmann::json::parse(program.run("\"$CA\" --metadata --json page.html").out).contains("text"));
}

TEST_CASE("--explain says where each field comes from") {
  const Program program;
  program.write("page.html", page_with("iron"));
  const std::string out = program.run("\"$CA\" --explain page.html").out;
  CHECK(contains(out, "\nfield  title        The iron bridge"));
  CHECK(contains(out, "<h1>\n"));
}

TEST_CASE("--fetched says when a saved page was read, for dates that count from then") {
  const Program program;
  std::string page = page_with("iron");
  page.insert(page.find("</h1>") + 5, "<p>Yesterday, 14:30 | 3 min read</p>");
  program.write("page.html", page);
  const auto date = [&](const std::string& options) {
    return nlohmann::json::parse(program.run("\"$CA\" --json " + options + " page.html").out)["date"];
  };
  CHECK(date("").is_null());
  CHECK(date("--fetched 2024-05-17") == "2024-05-16T14:30:00");
  CHECK(contains(program.run("\"$CA\" --explain --fetched 2024-05-17T09:30:00+02:00 page.html").out,
                 "\"yesterday, 14:30\", fetched 2024-05-17T09:30:00+02:00"));
  const auto wrong = program.run("\"$CA\" --fetched yesterday page.html");
  CHECK(wrong.exit_code == 2);
  CHECK(contains(wrong.err, "'--fetched' needs a date such as 2024-05-17"));
}

TEST_CASE("pages in other languages and pages without a date are left out, and that is said") {
  const Program program;
  program.write("page.html", page_with("iron"));
  CHECK(program.run("\"$CA\" --target-language en-GB page.html").exit_code == 0);
  const auto german = program.run("\"$CA\" --target-language de page.html");
  CHECK(german.exit_code == 1);
  CHECK(german.out.empty());
  CHECK(german.err == "clean-article: page.html: its language is en, not de\n");
  const auto dated = program.run("\"$CA\" --only-with-metadata page.html");
  CHECK(dated.exit_code == 1);
  CHECK(dated.err == "clean-article: page.html: it tells no date\n");
  const auto unsure = program.run("\"$CA\" --min-confidence 1 page.html");
  CHECK(unsure.exit_code == 1);
  CHECK(contains(unsure.err, "clean-article: page.html: its confidence is 0."));
  CHECK(contains(unsure.err, ", under 1\n"));
  CHECK(program.run("\"$CA\" --min-confidence 0.01 page.html").exit_code == 0);
  CHECK(program.run("\"$CA\" --min-confidence 1.01 page.html").exit_code == 2);
  const auto folder = program.run("mkdir in; cp page.html in; \"$CA\" --target-language de -o out in");
  CHECK(contains(folder.err, "1 page: 0 cleaned, 1 left out; "));
}

TEST_CASE("outputs in a folder have the ending of their format, and CSV its line of names") {
  const Program program;
  program.write("site/a.html", page_with("iron"));
  program.write("site/b.html", page_with("brass"));
  CHECK(program.run("\"$CA\" --markdown -o md site").exit_code == 0);
  CHECK(program.files("md") == Names{"a.md", "b.md"});
  CHECK(program.run("\"$CA\" --csv -o csv site").exit_code == 0);
  CHECK(program.read("csv/b.csv").starts_with("url,hostname,"));
  const std::string all = program.run("\"$CA\" --csv site").out;
  CHECK(all.find("url,hostname,") == 0);
  CHECK(all.rfind("url,hostname,") == 0);
  const std::string lines = program.run("\"$CA\" --format jsonl site").out;
  CHECK(std::count(lines.begin(), lines.end(), '\n') == 2);
  CHECK_FALSE(contains(lines, "==>"));
  CHECK(contains(program.run("\"$CA\" --markdown site").out, "==> site/a.html <==\n"));
}

TEST_CASE("several pages as JSON are one array, one page is one object") {
  const Program program;
  program.write("site/a.html", page_with("iron"));
  program.write("site/b.html", page_with("brass"));
  program.write("site/c.html", "<p>no article</p>");
  const auto json = [&](const std::string& inputs) {
    return nlohmann::json::parse(program.run("\"$CA\" --json " + inputs).out);
  };
  CHECK(json("site/a.html").is_object());
  for (const char* inputs :
       {"site", "site/a.html site/b.html", "site/c.html site/a.html site/b.html", "-j1 site"}) {
    CAPTURE(inputs);
    const auto array = json(inputs);
    REQUIRE(array.is_array());
    REQUIRE(array.size() == 2);
    CHECK(array[0]["title"] == "The iron bridge");
    CHECK(array[1]["title"] == "The brass bridge");
  }
  CHECK(json("site/c.html site/c.html") == nlohmann::json::array());
  CHECK(program.run("\"$CA\" -q --json -o out site").out.empty());
  CHECK(nlohmann::json::parse(program.read("out/a.json")).is_object());
}

}  // namespace
}  // namespace clean_article::cli
