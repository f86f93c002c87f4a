// Outputs of many texts: compressed, in pieces, and as WET.
#include <nlohmann/json.hpp>

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
  for (const char* name : {"a", "b", "c", "d"})
    program.write(std::string("site/") + name + ".html", page_with(std::string("iron ") + name));
}

TEST_CASE("one file holds the texts of all inputs, compressed where its name says so") {
  const Program program;
  write_site(program);
  program.run("\"$CA\" -q --jsonl site > plain");
  for (const std::string options :
       {"--output-file all.jsonl", "-o named.jsonl", "-o named.jsonl.gz", "-o named.jsonl.zst"}) {
    CAPTURE(options);
    CHECK(program.run("\"$CA\" -q --jsonl site " + options).exit_code == 0);
  }
  CHECK(program.run("cmp plain all.jsonl && cmp plain named.jsonl && zcat named.jsonl.gz | cmp plain")
            .exit_code == 0);
  CHECK(program.read("named.jsonl.zst").starts_with("\x28\xB5\x2F\xFD"));
  // As it came it goes in.
  program.run(
      "sed s/text/html/ plain > again.jsonl; \"$CA\" -q -o packed.zst again.jsonl; \"$CA\" -q again.jsonl > "
      "unpacked;"
      " \"$CA\" -q --from jsonl --field html packed.zst | wc -l > count");
  CHECK(program.read("count") == "4\n");
  CHECK(program.run("\"$CA\" -q -o one.txt.gz site/a.html && zcat one.txt.gz")
            .out.starts_with(opening("iron a")));
  const auto plain = program.run("\"$CA\" -q --output-file all.txt site && cat all.txt");
  CHECK(plain.out.starts_with("==> site/a.html <==\n" + opening("iron a")));
}

TEST_CASE("several documents make no document: -o with a name of one is a folder") {
  const Program program;
  for (const char* const name : {"a", "b"}) program.write(std::string(name) + ".html", page_with(name));
  for (const std::string format : {"xml", "html", "tei"}) {
    CAPTURE(format);
    const std::string path = "one." + std::string(format == "tei" ? "tei.xml" : format);
    CHECK(program.run("\"$CA\" -f " + format + " -o " + path + " a.html b.html").exit_code == 0);
    CHECK(program.files(path).size() == 2);
  }
  CHECK(program.run("\"$CA\" --json -o one.json a.html b.html && head -c 1 one.json").out == "[");
}

TEST_CASE("an output within a folder of inputs is not read") {
  const Program program;
  write_site(program);
  CHECK(program.run("\"$CA\" -q --output-file site/all.txt site").exit_code == 0);
  const std::string texts = program.read("site/all.txt");
  const auto again = program.run("\"$CA\" -q --output-file site/all.txt site");
  CHECK(again.exit_code == 1);
  CHECK(contains(again.err, "site/all.txt: is the output file"));
  CHECK(program.read("site/all.txt") == texts);
}

TEST_CASE("texts are put in files of a size, each of which is whole") {
  const Program program;
  write_site(program);
  program.run(
      "\"$CA\" -q --jsonl site > plain; \"$CA\" -q --jsonl --output-file out.jsonl --split-bytes 1K site;"
      " \"$CA\" -q --csv --output-file out.csv --split-bytes 1K site;"
      " \"$CA\" -q --jsonl --output-file big.jsonl --split-bytes 1G site");
  CHECK(program.run("cat out-0000?.jsonl | cmp plain && cmp big-00001.jsonl plain").exit_code == 0);
  CHECK(program.run("ls out-*.jsonl | wc -l").out != "1\n");
  CHECK_FALSE(program.has("out.jsonl"));
  // A table needs its names in each file.
  CHECK(program.run("for i in out-*.csv; do head -1 $i; done | uniq | wc -l").out == "1\n");
  CHECK(program.run("\"$CA\" --json --output-file a.json --split-bytes 1K site").exit_code == 2);
  CHECK(program.run("\"$CA\" --jsonl --split-bytes 1K site").exit_code == 2);
  CHECK(program.run("\"$CA\" --jsonl --resume --output-file a.jsonl --split-bytes 1K site").exit_code == 2);
}

TEST_CASE("WET records tell address, language and the record that they were made from") {
  const Program program;
  const std::string block = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page_with("tin");
  program.write("crawl.warc",
                "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/x\r\n"
                "WARC-Date: 2024-03-02T10:00:00Z\r\nWARC-Record-ID: <urn:x>\r\n"
                "Content-Type: application/http;msgtype=response\r\nContent-Length: " +
                    std::to_string(block.size()) + "\r\n\r\n" + block + "\r\n\r\n");
  const auto ran = program.run("\"$CA\" -q --wet crawl.warc");
  CHECK(ran.exit_code == 0);
  CHECK(ran.out.starts_with("WARC/1.0\r\nWARC-Type: warcinfo\r\nWARC-Record-ID: <urn:uuid:"));
  const std::size_t second = ran.out.find("WARC/1.0\r\nWARC-Type: conversion\r\n");
  REQUIRE(second != std::string::npos);
  const std::string record = ran.out.substr(second);
  CHECK(contains(record,
                 "\r\nWARC-Target-URI: http://a.example/x\r\nWARC-Date: 2024-03-02T10:00:00Z\r\n"
                 "WARC-Refers-To: <urn:x>\r\nWARC-Identified-Content-Language: eng\r\n"));
  const std::size_t head = record.find("\r\n\r\n");
  const std::size_t length = std::stoul(record.substr(record.find("Content-Length: ") + 16));
  CHECK(record.size() == head + 4 + length + 4);
  CHECK(record.substr(head + 4).starts_with(opening("tin")));
  // Each record is a member; a WARC reader finds all of them, and the same input gives the same bytes.
  program.run("\"$CA\" -q --wet -o out.wet.gz crawl.warc; \"$CA\" -q --wet -o texts/ crawl.warc");
  CHECK(program.files("texts") == Names{"crawl.warc.wet.gz"});
  CHECK(program.run("cmp out.wet.gz texts/crawl.warc.wet.gz").exit_code == 0);
  CHECK(program.run("zcat out.wet.gz").out == ran.out);
  const auto page =
      program.run("sed '1,/^\\r$/d; s/^HTTP.*//' crawl.warc > page.html; \"$CA\" -q --wet page.html");
  CHECK(contains(page.out, "WARC-Target-URI: file:page.html\r\nWARC-Date: 20"));
  CHECK(program.run("\"$CA\" --wet --markdown crawl.warc").exit_code == 2);
}

TEST_CASE("of copies the first stays, in the order of the inputs, with any number of jobs") {
  const Program program;
  std::string lines;
  for (int i = 0; i < 60; ++i) {
    const std::string name = "site/" + std::to_string(100 + i) + ".html";
    program.write(name,
                  page_with(i % 3 == 0 ? "iron" : "no " + std::to_string(i) + " of another street's old"));
    lines += "{\"id\":" + std::to_string(i) + ",\"html\":" + nlohmann::json(page_with("iron")).dump() + "}\n";
  }
  const auto one = program.run("\"$CA\" -j1 --deduplicate -o one site");
  CHECK(contains(one.err, "site/103.html: is a copy of site/100.html\n"));
  const auto four = program.run("\"$CA\" -j4 --deduplicate -o four site");
  CHECK(one.err.substr(0, one.err.rfind(';')) == four.err.substr(0, four.err.rfind(';')));
  CHECK(program.run("diff -r one four").exit_code == 0);
  CHECK(program.has("one/100.txt"));
  CHECK_FALSE(program.has("one/103.txt"));
  program.write("lines.jsonl", lines);
  const auto records = program.run("\"$CA\" -q --deduplicate lines.jsonl");
  CHECK(std::count(records.out.begin(), records.out.end(), '\n') == 60);
  CHECK(contains(records.out,
                 "{\"id\":1,\"status\":\"error\",\"error\":{\"code\":\"unwanted\",\"message\":"
                 "\"is a copy of lines.jsonl:1\"},\"text\":null}\n"));
  CHECK(program.run("\"$CA\" --deduplicate --resume -o out site").exit_code == 2);
}

TEST_CASE("a page says where it was saved from") {
  const Program program;
  std::string page = page_with("iron");
  page.insert(page.find("<head>"),
              "<!--\n Page saved with SingleFile \n url: https://town.example/news \n"
              " saved date: Tue Nov 28 2023 10:11:12 GMT+0100 (CET)\n-->");
  program.write("a.html", page);
  CHECK(contains(program.run("\"$CA\" --json a.html").out, "https://town.example/news"));
}

TEST_CASE("defaults come from a file, and the command line goes before them") {
  const Program program;
  write_site(program);
  program.write("config", "# mine\n\nmarkdown\ntitle\n jobs = 1 \nexclude = b.html\nexclude = c.html\n");
  const std::string with = "export CLEAN_ARTICLE_CONFIG=$PWD/config; ";
  const auto ran = program.run(with + "\"$CA\" site");
  CHECK(ran.out.starts_with("==> site/a.html <==\n# The iron a bridge\n"));
  CHECK(contains(ran.out, "==> site/d.html <=="));
  CHECK_FALSE(contains(ran.out, "==> site/b.html <=="));
  CHECK(program.run(with + "\"$CA\" --no-config site/a.html").out.starts_with(opening("iron a")));
  // Another format, and other exclusions.
  const auto other = program.run(with + "\"$CA\" --jsonl --exclude a.html site");
  CHECK(other.out.starts_with("{"));
  CHECK(std::count(other.out.begin(), other.out.end(), '\n') == 3);
  CHECK(program
            .run("mkdir -p home/.config/clean-article; cp config home/.config/clean-article/; unset "
                 "CLEAN_ARTICLE_CONFIG"
                 " XDG_CONFIG_HOME; HOME=$PWD/home \"$CA\" site/a.html")
            .out.starts_with("# The"));
  CHECK(program
            .run("mkdir -p xdg/clean-article; cp config xdg/clean-article/; unset CLEAN_ARTICLE_CONFIG;"
                 " XDG_CONFIG_HOME=$PWD/xdg \"$CA\" site/a.html")
            .out.starts_with("# The"));
  // A command takes of it what means something to it.
  CHECK(program.run(with + "\"$CA\" rules list").exit_code == 0);
}

TEST_CASE("what is wrong in the file of defaults is said with its line") {
  const Program program;
  program.write("a.html", page_with("iron"));
  const auto with = [&](const std::string& config) {
    program.write("config", config);
    const auto ran = program.run("CLEAN_ARTICLE_CONFIG=config \"$CA\" a.html");
    CHECK(ran.exit_code == 2);
    return ran.err;
  };
  CHECK(contains(with("\nmarkdwon\n"),
                 "config:2: there is no option '--markdwon'; did you mean '--markdown'?"));
  CHECK(contains(with("jobs\n"), "config:1: option '--jobs' needs a value"));
  CHECK(contains(with("title = yes\n"), "config:1: option '--title' takes no value"));
  CHECK(contains(with("help\n"), "config:1: option '--help' belongs on the command line"));
  CHECK(contains(program.run("CLEAN_ARTICLE_CONFIG=none \"$CA\" a.html").err,
                 "the file of defaults none: No such file"));
}

TEST_CASE("a compressed output without a text is one of its kind all the same") {
  const Program program;
  program.write("list", "");
  for (const std::string name : {"out.jsonl.gz", "out.jsonl.zst"}) {
    CAPTURE(name);
    CHECK(program.run("\"$CA\" -q --jsonl -i list -o " + name).exit_code == 0);
    const auto read = program.run(name.ends_with(".gz") ? "zcat " + name : "\"$CA\" -q --from jsonl " + name);
    CHECK(read.exit_code == 0);
    CHECK(read.out.empty());
    CHECK(read.err.empty());
    CHECK_FALSE(program.read(name).empty());
  }
}

}  // namespace
}  // namespace clean_article::cli
