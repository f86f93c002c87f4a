// Private addresses are refused however they are written, and without a connection being made.
#include <cstdlib>

#include "fetch/fetching.hpp"
#include "fetch/transfer.hpp"

using namespace clean_article;
using namespace clean_article::test;

namespace {

// Sets an environment variable for one test.
class ScopedVariable {
 public:
  ScopedVariable(const char* name, const std::string& value) : name_(name) { setenv(name, value.c_str(), 1); }
  ~ScopedVariable() { unsetenv(name_); }
  ScopedVariable(const ScopedVariable&) = delete;
  ScopedVariable& operator=(const ScopedVariable&) = delete;

 private:
  const char* name_;
};

}  // namespace

TEST_CASE("every spelling of loopback is refused by default") {
  const LoopbackServer server(http_answer("200 OK", {"Content-Type: text/html"}, "<p>secret"));
  const std::string port = ":" + std::to_string(server.port()) + "/";
  struct {
    std::string host;
    std::string told;
  } const rows[] = {
      {"127.0.0.1", "127.0.0.1"},
      {"127.1", "127.0.0.1"},
      {"2130706433", "127.0.0.1"},
      {"0x7f.1", "127.0.0.1"},
      {"0177.0.0.1", "127.0.0.1"},
      {"localhost", "localhost"},
      {"LOCALHOST", "localhost"},
      {"a.localhost", "a.localhost"},
      {"[::1]", "[::1]"},
      {"0.0.0.0", "0.0.0.0"},
      {"[::]", "[::]"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.host);
    CHECK(error_of("http://" + row.host + port, {}).message ==
          "address " + row.told + " is private (use --allow-private)");
  }
  for (const char* host : {"[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]"}) {
    CAPTURE(host);
    CHECK(error_of(std::string("http://") + host + port, {})
              .message.ends_with(" is private (use --allow-private)"));
  }
  CHECK(server.requests().empty());
}

TEST_CASE("the socket is refused whatever the URL looked like") {
  // A transfer does not look at the URL's host, so that this is what a name would meet that resolves to a
  // private address.
  const LoopbackServer server(http_answer("200 OK", {"Content-Type: text/html"}, "<p>secret"));
  const fetch::FetchOptions options;
  fetch::Transfer transfer(options);
  fetch::Response response(options.max_bytes);
  const Status status = transfer.get(*fetch::Location::parse(server.url("/")), "", false, response);
  REQUIRE_FALSE(status.ok());
  CHECK(status.error().message == "address 127.0.0.1 is private (use --allow-private)");
  CHECK(server.requests().empty());
}

TEST_CASE("private addresses can be allowed") {
  const LoopbackServer server(http_answer("200 OK", {"Content-Type: text/html"}, "<p>mine"));
  CHECK(fetch::fetch("http://localhost:" + std::to_string(server.port()), loopback_options()).ok());
}

TEST_CASE("the proxy of the environment is used, wherever it stands") {
  const LoopbackServer proxy([](Connection& connection, const std::string& request) {
    if (request.starts_with("GET http://page.example/inward ")) {
      connection.send(http_answer("302 Found", {"Location: http://10.0.0.1/"}, ""));
    } else {
      connection.send(http_answer("200 OK", {"Content-Type: text/html"}, "<p>by proxy"));
    }
  });
  const ScopedVariable variable("http_proxy", proxy.url("/"));

  const auto page = fetch::fetch("http://page.example/a", {});
  REQUIRE(page.ok());
  CHECK(page->body == "<p>by proxy");
  CHECK(proxy.requests().at(0).starts_with("GET http://page.example/a HTTP/1.1\r\n"));

  // What a URL itself says is private stays refused, in a redirect too.
  CHECK(error_of("http://192.168.0.1/", {}).message ==
        "address 192.168.0.1 is private (use --allow-private)");
  CHECK(error_of("http://page.example/inward", {}).message ==
        "address 10.0.0.1 is private (use --allow-private)");
  CHECK(proxy.requests().size() == 2);
}
