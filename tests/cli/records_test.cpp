// The program with files and streams that hold many pages.
#include <nlohmann/json.hpp>
#include <sstream>

#include "catch.hpp"
#include "compressed.hpp"
#include "program.hpp"

namespace clean_article::cli {
namespace {

using testing::contains;
using testing::opening;
using testing::page_with;
using testing::Program;
using Json = nlohmann::json;

std::string line_of(const std::string& mark, const std::string& more = "") {
  return "{" + more + "\"html\":" + Json(page_with(mark)).dump() + "}\n";
}

std::vector<Json> lines_of(const std::string& text) {
  std::vector<Json> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(Json::parse(line));
  return lines;
}

std::string warc_record(const std::string& url, const std::string& mark) {
  const std::string block = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page_with(mark);
  return "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: " + url +
         "\r\nWARC-Date: 2024-03-02T10:00:00Z\r\nWARC-Record-ID: <urn:x>\r\n"
         "Content-Type: application/http;msgtype=response\r\nContent-Length: " +
         std::to_string(block.size()) + "\r\n\r\n" + block + "\r\n\r\n";
}

TEST_CASE("JSON lines give a line for each line, with what came along") {
  const Program program;
  program.write("pages", line_of("iron", "\"id\":1.0,\"x\":[ 1],") + "\nnonsense\n{\"id\":2}\n" +
                             line_of("tin", "\"title\":\"mine\","));
  const auto ran = program.run("\"$CA\" pages");
  CHECK(ran.exit_code == 0);
  CHECK(ran.err.starts_with("5 pages: 2 cleaned, 3 failed; "));
  CHECK(ran.out.starts_with("{\"id\":1.0,\"x\":[ 1],\"status\":\"ok\","));
  const auto lines = lines_of(ran.out);
  REQUIRE(lines.size() == 5);
  CHECK(contains(lines[0]["text"], opening("iron")));
  CHECK(lines[0]["title"] == "The iron bridge");
  CHECK(lines[1]["error"]["message"] == "the line is empty");
  CHECK(lines[1]["text"].is_null());
  CHECK(lines[2]["error"]["code"] == "bad_input");
  CHECK(lines[3]["id"] == 2);
  CHECK(lines[4]["title"] == "mine");
  CHECK(lines[4]["article_title"] == "The tin bridge");
  CHECK(program.run("\"$CA\" -q < pages").out == ran.out);
  CHECK(program.run("\"$CA\" -q < pages").err.empty());
}

TEST_CASE("compressed JSON lines are read as such") {
  const Program program;
  program.write("pages.gz", test::gzip(line_of("iron") + line_of("tin")));
  CHECK(lines_of(program.run("\"$CA\" pages.gz").out).size() == 2);
  CHECK(lines_of(program.run("\"$CA\" < pages.gz").out).size() == 2);
}

TEST_CASE("any number of threads gives the same bytes, in the same order") {
  const Program program;
  std::string lines;
  for (int i = 0; i < 300; ++i)
    lines += i % 7 == 3 ? "broken\n" : line_of("m" + std::to_string(i), "\"n\":" + std::to_string(i) + ",");
  program.write("pages.jsonl", lines);
  const std::string one = program.run("\"$CA\" -j1 pages.jsonl").out;
  CHECK(lines_of(one).size() == 300);
  for (const char* jobs : {"2", "7"})
    CHECK(program.run(std::string("\"$CA\" -j") + jobs + " < pages.jsonl").out == one);
}

TEST_CASE("a line is answered before the next one comes") {
  const Program program;
  program.write("line", line_of("iron"));
  const auto ran = program.run(
      "coproc \"$CA\" -j3 2>/dev/null; for i in 1 2 3 4 5; do cat line >&${COPROC[1]}; "
      "read -r -t 20 answer <&${COPROC[0]} || exit 9; done; exec {COPROC[1]}>&-; wait; echo \"$answer\"");
  CHECK(ran.exit_code == 0);
  CHECK(contains(ran.out, opening("iron")));
}

TEST_CASE("a filter that has the text alone: a field in, a field out, null where there is none") {
  const Program program;
  program.write("in",
                "{\"h\":" + Json(page_with("iron")).dump() + ",\"u\":1}\n{\"h\":\"\"}\n{\"h\":null}\n\n");
  const auto ran = program.run("\"$CA\" -q --field h --text-field t --text-only < in");
  CHECK(ran.exit_code == 0);
  const auto lines = lines_of(ran.out);
  REQUIRE(lines.size() == 4);
  CHECK(lines[0].size() == 1);
  CHECK(contains(lines[0]["t"], opening("iron")));
  for (std::size_t i = 1; i < 4; ++i) CHECK(lines[i] == Json{{"t", nullptr}});
  CHECK(program.run("\"$CA\" -q --from jsonl").out.empty());
  CHECK(program.run("\"$CA\" -q --from jsonl").exit_code == 0);
}

TEST_CASE("a line of any length costs bounded memory") {
  const Program program;
  program.write("line", line_of("iron"));
#if defined(UNDER_SANITIZERS)  // which take terabytes of addresses
  const std::string bound;
#else
  const std::string bound = "ulimit -v 700000; ";
#endif
  const auto ran = program.run(
      "(cat line; printf '{\"html\":\"'; head -c 300000000 /dev/zero | tr '\\0' x; printf '\"}\\n'; cat "
      "line) | "
      "(" +
      bound + "\"$CA\" -q -j2 --max-bytes 1M)");
  CHECK(ran.exit_code == 0);
  const auto lines = lines_of(ran.out);
  REQUIRE(lines.size() == 3);
  CHECK(lines[1]["error"]["code"] == "too_large");
  CHECK(lines[2]["status"] == "ok");
}

TEST_CASE("a WARC file gives a line for each page, with where it stood") {
  const Program program;
  const std::string first = test::gzip(warc_record("http://a.example/", "iron"));
  program.write("crawl.warc.gz", first + test::gzip(warc_record("http://b.example/", "tin")));
  const auto ran = program.run("\"$CA\" crawl.warc.gz");
  CHECK(ran.exit_code == 0);
  const auto lines = lines_of(ran.out);
  REQUIRE(lines.size() == 2);
  CHECK(lines[1]["url"] == "http://b.example/");
  CHECK(lines[1]["record_id"] == "<urn:x>");
  CHECK(lines[1]["date"] == "2024-03-02T10:00:00Z");
  CHECK(lines[1]["file"] == "crawl.warc.gz");
  CHECK(lines[1]["offset"] == first.size());
  CHECK(contains(lines[1]["text"], opening("tin")));
}

TEST_CASE("a damaged WARC file is said, and what is whole comes") {
  const Program program;
  const std::string file = warc_record("http://a.example/", "iron") + warc_record("http://b.example/", "tin");
  program.write("crawl.warc", file.substr(0, file.size() - 100));
  const auto ran = program.run("\"$CA\" crawl.warc");
  CHECK(ran.exit_code == 1);
  CHECK(contains(ran.err, "clean-article: crawl.warc: is damaged: at byte "));
  const auto lines = lines_of(ran.out);
  REQUIRE(lines.size() == 2);
  CHECK(lines[0]["status"] == "ok");
  CHECK(lines[1]["status"] == "error");
}

TEST_CASE("records go into one file, or into one for each input") {
  const Program program;
  program.write("in/a.jsonl", line_of("iron") + line_of("tin"));
  program.write("in/b.warc", warc_record("http://b.example/", "brass"));
  program.write("in/c.html", page_with("zinc"));
  program.write("in/d.json", "{\"html\":\"no lines by its name\"}\n");
  CHECK(program.run("\"$CA\" -o out.jsonl in/a.jsonl").exit_code == 0);
  CHECK(lines_of(program.read("out.jsonl")).size() == 2);
  CHECK(program.run("\"$CA\" -o out/ in").exit_code == 0);
  CHECK(program.files("out") == std::vector<std::string>{"a.jsonl.jsonl", "b.warc.jsonl", "c.txt"});
  CHECK(program.read("out/a.jsonl.jsonl") == program.read("out.jsonl"));
  CHECK(program.run("\"$CA\" -o in/a.jsonl in/a.jsonl").exit_code == 2);
  CHECK(lines_of(program.read("in/a.jsonl")).size() == 2);
}

TEST_CASE("a format that is asked for is that of each record") {
  const Program program;
  program.write("a.jsonl", line_of("iron") + "broken\n" + line_of("tin"));
  const auto ran = program.run("\"$CA\" --markdown a.jsonl");
  CHECK(ran.exit_code == 1);
  CHECK(contains(ran.out, "==> a.jsonl:3 <==\n"));
  CHECK(contains(ran.err, "clean-article: a.jsonl:2: the line is no JSON object\n"));
}

TEST_CASE("a compressed page is a page, and JSON over several lines is none") {
  const Program program;
  program.write("page.html.gz", test::gzip(page_with("iron")));
  program.write("page.json", "{\n  \"html\": \"<p>x\"\n}\n");
  program.write("pages.json", "[{\"html\": \"<p>x\"}]\n");
  CHECK(program.run("\"$CA\" page.html.gz").out.starts_with(opening("iron")));
  CHECK(program.run("\"$CA\" < page.html.gz").out.starts_with(opening("iron")));
  const auto ran = program.run("\"$CA\" page.json pages.json");
  CHECK(ran.exit_code == 1);
  CHECK(contains(ran.err, "page.json: a JSON document, not a page\n"));
  CHECK(contains(ran.err, "pages.json: a JSON document, not a page\n"));
  program.write("paper.pdf.gz", test::gzip("%PDF-1.7 and so on"));
  CHECK(contains(program.run("\"$CA\" paper.pdf.gz").err, "a PDF file, not a page"));
}

TEST_CASE("a page saved as MHTML is a page") {
  const Program program;
  program.write("page.mhtml",
                "From: <Saved>\r\nSubject: x\r\nDate: Sat, 2 Mar 2024 10:00:00 -0000\r\nMIME-Version: 1.0\r\n"
                "Content-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n"
                "Content-Location: https://example.org/story\r\n\r\n" +
                    page_with("iron") + "\r\n--b--\r\n");
  const auto ran = program.run("\"$CA\" page.mhtml");
  CHECK(ran.exit_code == 0);
  CHECK(ran.out.starts_with(opening("iron")));
  CHECK(contains(program.run("\"$CA\" --json page.mhtml").out, "\"url\": \"https://example.org/story\""));
}

}  // namespace
}  // namespace clean_article::cli
