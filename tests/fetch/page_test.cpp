// Pages that arrive: what of them is handed on, and what the server is told.
#include "fetch/fetching.hpp"

using namespace clean_article;
using namespace clean_article::test;

namespace {

fetch::Fetched fetched(const std::string& url) {
  auto page = fetch::fetch(url, loopback_options());
  if (!page.ok()) FAIL(page.error().message);
  return std::move(page).value();
}

}  // namespace

TEST_CASE("a page arrives with its type and address") {
  const LoopbackServer server(http_answer("200 OK", {"Content-Type: text/html; charset=utf-8"}, "<p>Hi</p>"));
  const fetch::Fetched page = fetched(server.url("/a?b=c#d"));
  CHECK(page.body == "<p>Hi</p>");
  CHECK(page.content_type == "text/html; charset=utf-8");
  CHECK(page.url.starts_with(server.url("/a?b=c")));
}

TEST_CASE("the request names the program and asks for compression, and holds no cookie") {
  const LoopbackServer server(
      http_answer("200 OK", {"Content-Type: text/html", "Set-Cookie: a=b"}, "<p>Hi</p>"));
  fetched(server.url("/"));
  fetched(server.url("/again"));
  REQUIRE(server.requests().size() == 2);
  for (const std::string& request : server.requests()) {
    CHECK(request.find("\r\nUser-Agent: clean-article/") != std::string::npos);
    CHECK(request.find("\r\nAccept-Encoding: deflate, gzip") != std::string::npos);
    CHECK(request.find("\r\nCookie:") == std::string::npos);
  }
}

TEST_CASE("a caller may send another user agent") {
  const LoopbackServer server(http_answer("200 OK", {"Content-Type: text/html"}, "x"));
  fetch::FetchOptions options = loopback_options();
  options.user_agent = "mine/1";
  CHECK(fetch::fetch(server.url("/"), options).ok());
  CHECK(server.requests().at(0).find("\r\nUser-Agent: mine/1\r\n") != std::string::npos);
}

TEST_CASE("a header that names the wrong encoding is handed on as it is") {
  const LoopbackServer server(
      http_answer("200 OK", {"Content-Type: text/html; charset=iso-8859-1"}, "<p>\xD0\x9C\xD0\xB8\xD1\x80"));
  const fetch::Fetched page = fetched(server.url("/"));
  CHECK(page.body == "<p>Мир");
  CHECK(page.content_type == "text/html; charset=iso-8859-1");
}

TEST_CASE("a chunked page and one that ends with the connection arrive whole") {
  const LoopbackServer chunked(
      "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
      "4\r\n<p>a\r\n3\r\nb c\r\n0\r\nX-Trailer: 1\r\n\r\n");
  CHECK(fetched(chunked.url("/")).body == "<p>ab c");
  const LoopbackServer until_close("HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n<p>abc");
  CHECK(fetched(until_close.url("/")).body == "<p>abc");
}

TEST_CASE("an interim answer is not the answer") {
  const LoopbackServer server("HTTP/1.1 103 Early Hints\r\nContent-Type: image/png\r\nLocation: /x\r\n\r\n" +
                              http_answer("200 OK", {"Content-Type: text/html"}, "<p>late"));
  CHECK(fetched(server.url("/")).body == "<p>late");
}

TEST_CASE("an empty page is a page") {
  const LoopbackServer server(http_answer("200 OK", {"Content-Type: text/html"}, ""));
  CHECK(fetched(server.url("/")).body.empty());
}

TEST_CASE("letters and spaces of a pasted URL are escaped") {
  const LoopbackServer server(http_answer("200 OK", {"Content-Type: text/html"}, "x"));
  fetched(server.url("/größe a%20b"));
  CHECK(server.requests().at(0).starts_with("GET /gr%C3%B6%C3%9Fe%20a%20b HTTP/1.1\r\n"));
}

TEST_CASE("credentials of a URL are used and not handed on") {
  const LoopbackServer server(http_answer("200 OK", {"Content-Type: text/html"}, "x"));
  const std::string address = "127.0.0.1:" + std::to_string(server.port()) + "/";
  CHECK(fetched("http://user:secret@" + address).url == "http://" + address);
  CHECK(server.requests().at(0).find("\r\nAuthorization: Basic ") != std::string::npos);
}

TEST_CASE("pages may be fetched from several threads at once") {
  const LoopbackServer server([](Connection& connection, const std::string& request) {
    connection.send(
        http_answer("200 OK", {"Content-Type: text/html"}, request.substr(0, request.find(" HTTP"))));
  });
  std::vector<std::string> bodies(8);
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < bodies.size(); ++i) {
    threads.emplace_back([&, i] {
      const auto page = fetch::fetch(server.url("/" + std::to_string(i)), loopback_options());
      bodies[i] = page.ok() ? page->body : page.error().message;
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (std::size_t i = 0; i < bodies.size(); ++i) CHECK(bodies[i] == "GET /" + std::to_string(i));
}
