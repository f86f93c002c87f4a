#include "fetch/fetching.hpp"

using namespace clean_article;
using namespace clean_article::test;

namespace {

std::string redirect_to(const std::string& location, const std::string& status = "302 Found") {
  return http_answer(status, {"Location: " + location, "Content-Type: text/html"}, "<a>moved</a>");
}

Error error_of_redirect_to(const std::string& location) {
  return error_of_answer(redirect_to(location));
}

}  // namespace

TEST_CASE("redirects of each kind are followed, relative ones against the page") {
  for (const char* status : {"301 Moved", "302 Found", "303 See", "307 Temporary", "308 Permanent"}) {
    const LoopbackServer server([&](Connection& connection, const std::string& request) {
      if (request.starts_with("GET /a/b ")) {
        connection.send(redirect_to("../c d?e#f", status));
      } else {
        connection.send(http_answer("200 OK", {"Content-Type: text/html"}, "<p>here"));
      }
    });
    const auto page = fetch::fetch(server.url("/a/b"), loopback_options());
    REQUIRE(page.ok());
    CHECK(page->body == "<p>here");
    CHECK(page->url == server.url("/c%20d?e#f"));
    CHECK(server.requests().at(1).starts_with("GET /c%20d?e HTTP/1.1\r\n"));
  }
}

TEST_CASE("a redirect's own body is not read, however long") {
  const LoopbackServer server([](Connection& connection, const std::string& request) {
    if (request.starts_with("GET /end ")) {
      connection.send(http_answer("200 OK", {"Content-Type: text/html"}, "<p>here"));
      return;
    }
    connection.send("HTTP/1.1 302 Found\r\nLocation: /end\r\nContent-Type: text/html\r\n\r\n");
    while (connection.send(std::string(10'000, 'x'))) {
    }
  });
  const auto page = fetch::fetch(server.url("/"), loopback_options());
  REQUIRE(page.ok());
  CHECK(page->body == "<p>here");
}

TEST_CASE("a redirect loop ends after ten, and ten are allowed") {
  const Error error = error_of_redirect_to("/");
  CHECK(error.kind == ErrorKind::kFetch);
  CHECK(error.message == "more than 10 redirects");

  int requests = 0;
  const LoopbackServer server([&](Connection& connection, const std::string&) {
    connection.send(requests++ < 10 ? redirect_to("/next")
                                    : http_answer("200 OK", {"Content-Type: text/html"}, "<p>eleventh"));
  });
  CHECK(fetch::fetch(server.url("/"), loopback_options()).ok());
}

TEST_CASE("redirects to other schemes are refused by name") {
  CHECK(error_of_redirect_to("file:///etc/hostname").message ==
        "redirected to another scheme than http and https: file");
  CHECK(error_of_redirect_to("ftp://127.0.0.1/x").message ==
        "redirected to another scheme than http and https: ftp");
  CHECK(error_of_redirect_to("gopher://127.0.0.1/x").message ==
        "redirected to another scheme than http and https: gopher");
}

TEST_CASE("a redirect without a place to go is an error") {
  CHECK(error_of_answer(http_answer("302 Found", {}, "")).message == "302 Found");
  CHECK(error_of_answer(http_answer("304 Not Modified", {"Location: /x"}, "")).message == "304 Not Modified");
  CHECK(error_of_redirect_to("http://[::").message == "redirected to what is no URL");
}
