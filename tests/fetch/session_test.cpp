// What is kept and told from one request of a fetch to the next: cookies, headers, where the page forwards
// to.
#include "fetch/fetching.hpp"

using namespace clean_article;
using namespace clean_article::test;

namespace {

std::string page(const std::string& html) {
  return http_answer("200 OK", {"Content-Type: text/html"}, html);
}

bool has(const std::string& request, const std::string& part) {
  return request.find(part) != std::string::npos;
}

// The same server by a name of its own: another host for cookies and secrets.
std::string at_localhost(const LoopbackServer& server, const std::string& path) {
  return "http://localhost:" + std::to_string(server.port()) + path;
}

}  // namespace

TEST_CASE("a site that sets a cookie and redirects to itself is let in") {
  const LoopbackServer server([](Connection& connection, const std::string& request) {
    connection.send(has(request, "\r\nCookie: visit=1\r\n")
                        ? page("<p>let in")
                        : http_answer("302 Found", {"Set-Cookie: visit=1; Path=/", "Location: /"}, ""));
  });
  const auto fetched = fetch::fetch(server.url("/"), loopback_options());
  REQUIRE(fetched.ok());
  CHECK(fetched->body == "<p>let in");
  CHECK(server.requests().size() == 2);
}

TEST_CASE("a cookie goes to no other host, and is forgotten after the fetch") {
  std::string elsewhere;
  const LoopbackServer server([&](Connection& connection, const std::string& request) {
    connection.send(request.starts_with("GET /a ")
                        ? http_answer("302 Found", {"Set-Cookie: visit=1", "Location: " + elsewhere}, "")
                        : page("<p>x"));
  });
  elsewhere = at_localhost(server, "/b");
  REQUIRE(fetch::fetch(server.url("/a"), loopback_options()).ok());
  REQUIRE(fetch::fetch(server.url("/b"), loopback_options()).ok());
  for (const std::string& request : server.requests()) CHECK_FALSE(has(request, "\r\nCookie:"));
}

TEST_CASE("what may be secret goes to the URL's own server only") {
  std::string elsewhere;
  const LoopbackServer server([&](Connection& connection, const std::string& request) {
    if (request.starts_with("GET /own ")) connection.send(page("<p>own"));
    if (request.starts_with("GET /a ")) connection.send(http_answer("302 Found", {"Location: /own"}, ""));
    if (request.starts_with("GET /b "))
      connection.send(http_answer("302 Found", {"Location: " + elsewhere}, ""));
    if (request.starts_with("GET /else ")) connection.send(page("<p>else"));
  });
  fetch::FetchOptions options = loopback_options();
  options.cookies = "session=7; lang=de";
  options.headers = {
      {"Authorization", "Bearer 7"}, {"X-Api-Key", "7"}, {"accept-language", "de"}, {"Accept", ""}};
  REQUIRE(fetch::fetch(server.url("/a"), options).ok());
  for (const std::string& request : server.requests()) {
    CHECK(has(request, "\r\nCookie: session=7; lang=de\r\n"));
    CHECK(has(request, "\r\nAuthorization: Bearer 7\r\n"));
    CHECK(has(request, "\r\nX-Api-Key: 7\r\n"));
    CHECK(has(request, "\r\naccept-language: de\r\n"));
    CHECK_FALSE(has(request, "\r\nAccept:"));
  }

  const LoopbackServer other_port(page("<p>else"));
  for (const std::string& goal : {at_localhost(server, "/else"), other_port.url("/else")}) {
    elsewhere = goal;
    CAPTURE(goal);
    REQUIRE(fetch::fetch(server.url("/b"), options).ok());
    const std::string request =
        goal.find("localhost") != std::string::npos ? server.requests().back() : other_port.requests().back();
    CHECK(request.starts_with("GET /else "));
    CHECK_FALSE(has(request, "Cookie"));
    CHECK_FALSE(has(request, "Authorization"));
    CHECK_FALSE(has(request, "X-Api-Key"));
    CHECK(has(request, "\r\naccept-language: de\r\n"));
  }
}

TEST_CASE("credentials of a URL go to no other server") {
  std::string elsewhere;
  const LoopbackServer server([&](Connection& connection, const std::string& request) {
    connection.send(request.starts_with("GET /a ") ? http_answer("302 Found", {"Location: " + elsewhere}, "")
                                                   : page("<p>x"));
  });
  elsewhere = at_localhost(server, "/b");
  REQUIRE(fetch::fetch("http://user:pw@127.0.0.1:" + std::to_string(server.port()) + "/a", loopback_options())
              .ok());
  CHECK(has(server.requests().at(0), "\r\nAuthorization: Basic "));
  CHECK_FALSE(has(server.requests().at(1), "\r\nAuthorization:"));
}

TEST_CASE("a proxy that is given is used, an empty one is none") {
  const LoopbackServer proxy(page("<p>by proxy"));
  fetch::FetchOptions options;
  options.proxy = proxy.url("");
  const auto fetched = fetch::fetch("http://page.example/a", options);
  REQUIRE(fetched.ok());
  CHECK(fetched->body == "<p>by proxy");
  CHECK(proxy.requests().at(0).starts_with("GET http://page.example/a HTTP/1.1\r\n"));
  // What a URL says is private stays refused behind it.
  CHECK(error_of("http://10.0.0.1/", options).message == "address 10.0.0.1 is private (use --allow-private)");

  const LoopbackServer direct(page("<p>direct"));
  options = loopback_options();
  options.proxy = "";
  CHECK(fetch::fetch(direct.url("/"), options).ok());
}

TEST_CASE("a page that forwards is followed once, with its cookies") {
  const LoopbackServer server([](Connection& connection, const std::string& request) {
    if (request.starts_with("GET /a "))
      connection.send(http_answer("200 OK", {"Content-Type: text/html", "Set-Cookie: c=1"}, "to /b"));
    else if (request.starts_with("GET /b "))
      connection.send(http_answer("301 Moved", {"Location: /c"}, ""));
    else
      connection.send(page("to /d"));
  });
  fetch::FetchOptions options = loopback_options();
  options.find_forward = [](const fetch::Fetched& page) {
    return page.body.starts_with("to ") ? std::optional(page.body.substr(3)) : std::nullopt;
  };
  const auto fetched = fetch::fetch(server.url("/a"), options);
  REQUIRE(fetched.ok());
  CHECK(fetched->body == "to /d");
  CHECK(fetched->url == server.url("/c"));
  CHECK(fetched->forwarded == server.url("/b"));
  REQUIRE(server.requests().size() == 3);
  CHECK(has(server.requests().at(2), "\r\nCookie: c=1\r\n"));
}

TEST_CASE("what a forward leads to is held to the same rules") {
  const LoopbackServer server(page("<p>x"));
  fetch::FetchOptions options = loopback_options();
  std::string goal;
  options.find_forward = [&](const fetch::Fetched&) { return std::optional(goal); };
  goal = "file:///etc/hostname";
  CHECK(error_of(server.url("/"), options).message ==
        "forwards to file:///etc/hostname: redirected to another scheme than http and https: file");

  const LoopbackServer proxy(page("<p>by proxy"));
  options = {};
  options.proxy = proxy.url("");
  options.find_forward = [&](const fetch::Fetched&) { return std::optional(goal); };
  goal = "http://169.254.169.254/latest";
  CHECK(
      error_of("http://page.example/", options).message ==
      "forwards to http://169.254.169.254/latest: address 169.254.169.254 is private (use --allow-private)");
}
