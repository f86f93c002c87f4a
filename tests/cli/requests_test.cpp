// URLs as the program fetches them, and files that it is given and does not read.
#include "catch.hpp"
#include "cli/program.hpp"
#include "fetch/loopback_server.hpp"

namespace clean_article::testing {
namespace {

std::string story() {
  std::string html = "<!DOCTYPE html><title>Bread</title><article><h1>Bread</h1>";
  for (int i = 0; i < 6; ++i)
    html +=
        "<p>The loaf had risen all night in its basket, and when the baker came down in the morning it stood "
        "above the rim and smelled of apples.</p>";
  return html + "</article>";
}

std::string page(const std::string& html, const std::string& type = "text/html") {
  return test::http_answer("200 OK", {"Content-Type: " + type}, html);
}

TEST_CASE("a meta refresh is followed and said") {
  const test::LoopbackServer server([](test::Connection& connection, const std::string& request) {
    connection.send(request.starts_with("GET /story ")
                        ? page(story())
                        : page("<meta http-equiv=refresh content='0; url=story'><p>One moment."));
  });
  const Program program;
  const Ran ran = program.run("$CA --allow-private " + server.url("/"));
  CHECK(ran.exit_code == 0);
  CHECK(contains(ran.out, "The loaf had risen all night"));
  CHECK(ran.err == "clean-article: " + server.url("/") + ": the page forwards to " + server.url("/story") +
                       " (meta refresh)\n");
}

TEST_CASE("a page that loads itself again is not fetched twice") {
  const test::LoopbackServer server(page("<meta http-equiv=refresh content='5; url=/a'>" + story()));
  const Program program;
  const Ran ran = program.run("$CA --allow-private " + server.url("/a"));
  CHECK(ran.exit_code == 0);
  CHECK(ran.err.empty());
  CHECK(server.requests().size() == 1);
}

TEST_CASE("headers, cookies, proxy and the program's name are the user's") {
  const test::LoopbackServer proxy(page(story(), "application/octet-stream"));
  const Program program;
  const Ran ran = program.run("$CA -A me/1 -H 'Accept-Language: de' -b 'a=b' -x " + proxy.url("") +
                              " http://page.example/");
  CHECK(ran.exit_code == 0);
  const std::string request = proxy.requests().at(0);
  CHECK(request.starts_with("GET http://page.example/ HTTP/1.1\r\n"));
  for (const char* line : {"User-Agent: me/1", "Accept-Language: de", "Cookie: a=b"})
    CHECK(contains(request, "\r\n" + std::string(line) + "\r\n"));
}

TEST_CASE("files of other kinds are refused by name, whatever they are called") {
  const Program program;
  program.write("a.html", "{\\rtf1 " + story());
  program.write("b.html", "%PDF-1.5\n" + story());
  program.write("d.bin", "%PDF-1.5\n");
  const Ran folder = program.run("$CA -q .");
  CHECK(folder.exit_code == 1);
  CHECK(folder.out.empty());
  CHECK(folder.err ==
        "clean-article: ./a.html: an RTF file, not a page\n"
        "clean-article: ./b.html: a PDF file, not a page\n");
  const Ran file = program.run("$CA d.bin");
  CHECK(file.exit_code == 1);
  CHECK(file.err == "clean-article: d.bin: a PDF file, not a page\n");
  const Ran input = program.run("gzip -c b.html | $CA");
  CHECK(input.exit_code == 1);
  CHECK(input.out.empty());
  CHECK(contains(input.err, "a PDF file, not a page"));
  CHECK_FALSE(contains(program.run("$CA --from text a.html").err, "an RTF file"));
  program.write("w.html", "WARC/1.0\r\nWARC-Type: response\r\n\r\nHTTP/1.1 200 OK\r\n\r\n" + story());
  CHECK(contains(program.run("$CA w.html").err, "is damaged"));
  CHECK_FALSE(contains(program.run("$CA --from text w.html").err, "is damaged"));
}

}  // namespace
}  // namespace clean_article::testing
