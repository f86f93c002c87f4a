// Many URLs side by side: pauses, robots.txt, busy servers, what is held, what is given up.
#include "fetch/crawl.hpp"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>

#include "fetch/fetching.hpp"

using namespace clean_article;
using namespace clean_article::test;
using namespace std::chrono_literals;
using std::chrono::steady_clock;

namespace {

// The rules of most tests: no pauses.
fetch::CrawlRules quick() {
  fetch::CrawlRules rules;
  rules.delay = 0ms;
  rules.retry_wait = 1ms;
  return rules;
}

std::unique_ptr<fetch::Crawl> start(fetch::CrawlRules rules) {
  auto crawl = fetch::Crawl::start(std::move(rules));
  REQUIRE(crawl.ok());
  return std::move(*crawl);
}

// A URL that is being fetched; it lives until that is done.
class Wanted {
 public:
  Wanted(fetch::Crawl& crawl, const std::string& url,
         const fetch::FetchOptions& options = loopback_options()) {
    crawl.add(url, options, [place = place_.get()](auto result) {
      const std::lock_guard lock(place->mutex);
      place->result.emplace(std::move(result));
      place->came.notify_one();
    });
  }
  Result<fetch::Fetched> get() {
    std::unique_lock lock(place_->mutex);
    place_->came.wait(lock, [&] { return place_->result.has_value(); });
    return *place_->result;
  }
  std::string body() {
    const auto result = get();
    return result.ok() ? result->body : "error: " + result.error().message;
  }

 private:
  struct Place {
    std::mutex mutex;
    std::condition_variable came;
    std::optional<Result<fetch::Fetched>> result;
  };
  std::unique_ptr<Place> place_ = std::make_unique<Place>();
};

std::string path_of(const std::string& request) {
  return request.substr(4, request.find(' ', 4) - 4);
}

std::string page(const std::string& text) {
  return http_answer("200 OK", {"Content-Type: text/html"}, "<p>" + text);
}

std::vector<std::string> paths(const LoopbackServer& server) {
  std::vector<std::string> paths;
  for (const std::string& request : server.requests()) paths.push_back(path_of(request));
  return paths;
}

// A server that gives each path back, and this as its robots.txt.
LoopbackServer::Handler site(const std::string& robots) {
  return [robots](Connection& connection, const std::string& request) {
    const bool is_robots = path_of(request) == "/robots.txt";
    connection.send(is_robots ? http_answer("200 OK", {"Content-Type: text/plain"}, robots)
                              : page(path_of(request)));
  };
}

}  // namespace

TEST_CASE("robots.txt is fetched once a site, first, and obeyed") {
  const LoopbackServer server(site("User-agent: *\nDisallow: /no\n"));
  const auto crawl = start(quick());
  Wanted a(*crawl, server.url("/a"));
  Wanted no(*crawl, server.url("/no/1"));
  Wanted b(*crawl, server.url("/b"));
  CHECK(a.body() == "<p>/a");
  CHECK(b.body() == "<p>/b");
  const auto refused = no.get();
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.error().kind == ErrorKind::kRobots);
  CHECK(refused.error().message == "robots.txt of 127.0.0.1 asks programs not to fetch it");
  CHECK(paths(server) == std::vector<std::string>{"/robots.txt", "/a", "/b"});
}

TEST_CASE("robots.txt is not asked for where it is not to be obeyed") {
  const LoopbackServer server(site("User-agent: *\nDisallow: /\n"));
  fetch::CrawlRules rules = quick();
  rules.ignore_robots = true;
  const auto crawl = start(rules);
  CHECK(Wanted(*crawl, server.url("/a")).body() == "<p>/a");
  CHECK(paths(server) == std::vector<std::string>{"/a"});
}

TEST_CASE("the rules are those for the program's own name, and no secret is sent for them") {
  const LoopbackServer server(site("User-agent: me\nDisallow: /a\nUser-agent: *\nDisallow: /b\n"));
  const auto crawl = start(quick());
  fetch::FetchOptions options = loopback_options();
  options.user_agent = "Me/2 (+mailto:me@example.org)";
  options.cookies = "secret=1";
  options.headers = {{"Authorization", "secret"}};
  Wanted a(*crawl, server.url("/a"), options);
  Wanted b(*crawl, server.url("/b"), options);
  CHECK_FALSE(a.get().ok());
  CHECK(b.get().ok());
  CHECK(server.requests().at(0).find("secret") == std::string::npos);
  CHECK(server.requests().at(1).find("secret") != std::string::npos);
}

TEST_CASE("a robots.txt that is not there allows all, one that cannot be had nothing") {
  struct Row {
    std::string robots;
    std::string body;
  };
  const std::string refusal = "error: its robots.txt cannot be had (";
  for (const Row& row : {
           Row{http_answer("404 Not Found", {}, ""), "<p>/a"},
           Row{http_answer("403 Forbidden", {}, ""), "<p>/a"},
           Row{http_answer("429 Too Many Requests", {}, ""),
               refusal + "429 Too Many Requests (after 3 tries))"},
           Row{http_answer("500 Internal Server Error", {}, ""), refusal + "500 Internal Server Error)"},
           Row{http_answer("503 Service Unavailable", {}, ""),
               refusal + "503 Service Unavailable (after 3 tries))"},
           Row{"", refusal + "the server closed the connection without an answer (after 3 tries))"},
           Row{http_answer("302 Found", {"Location: /robots.txt"}, ""), "<p>/a"},  // without end
           Row{http_answer("200 OK", {"Content-Type: image/png"}, "User-agent: *\nDisallow: /\n"),
               "error: robots.txt of 127.0.0.1 asks programs not to fetch it"},
       }) {
    CAPTURE(row.robots);
    const LoopbackServer server([&](Connection& connection, const std::string& request) {
      connection.send(path_of(request) == "/robots.txt" ? row.robots : page("/a"));
    });
    const auto crawl = start(quick());
    CHECK(Wanted(*crawl, server.url("/a")).body() == row.body);
  }
}

TEST_CASE("a robots.txt is followed to where it is, five times") {
  for (const int redirects : {5, 6}) {
    CAPTURE(redirects);
    const LoopbackServer server([&](Connection& connection, const std::string& request) {
      const std::string path = path_of(request);
      const int hop = path == "/robots.txt" ? 0 : path.starts_with("/hop") ? std::stoi(path.substr(4)) : -1;
      if (hop < 0)
        connection.send(page(path));
      else if (hop < redirects)
        connection.send(http_answer("301 Moved", {"Location: /hop" + std::to_string(hop + 1)}, ""));
      else
        connection.send(http_answer("200 OK", {}, "User-agent: *\nDisallow: /a\n"));
    });
    const auto crawl = start(quick());
    CHECK(Wanted(*crawl, server.url("/a")).get().ok() == (redirects == 6));
  }
}

TEST_CASE("of a robots.txt beyond 500 KiB the rest is not waited for") {
  const LoopbackServer server([](Connection& connection, const std::string& request) {
    if (path_of(request) != "/robots.txt") {
      connection.send(page("a"));
      return;
    }
    connection.send("HTTP/1.1 200 OK\r\n\r\nUser-agent: *\nDisallow: /no\n");
    const std::string comment = "#" + std::string(1023, '-') + "\n";
    while (connection.send(comment)) {  // without end
    }
  });
  const auto crawl = start(quick());
  Wanted a(*crawl, server.url("/a"));
  Wanted no(*crawl, server.url("/no"));
  CHECK(a.get().ok());
  CHECK_FALSE(no.get().ok());
}

TEST_CASE("a redirect is held to the robots.txt of where it leads") {
  const LoopbackServer server([](Connection& connection, const std::string& request) {
    const bool is_other = request.find("Host: 127.0.0.2:") != std::string::npos;
    if (path_of(request) == "/robots.txt")
      connection.send(http_answer("200 OK", {}, is_other ? "User-agent: *\nDisallow: /b\n" : ""));
    else if (is_other)
      connection.send(page("other"));
    else
      connection.send(http_answer(
          "302 Found",
          {"Location: http://127.0.0.2" +
           request.substr(request.find("Host: 127.0.0.1") + 15, request.find("\r\n", request.find("Host:")) -
                                                                    request.find("Host: 127.0.0.1") - 15) +
           path_of(request)},
          ""));
  });
  const auto crawl = start(quick());
  Wanted a(*crawl, server.url("/a"));
  Wanted b(*crawl, server.url("/b"));
  CHECK(a.body() == "<p>other");
  CHECK(b.body() == "error: robots.txt of 127.0.0.2 asks programs not to fetch it");
}

TEST_CASE("a host has one request at a time and a pause between two, and hosts do not wait for each other") {
  std::mutex mutex;
  std::vector<steady_clock::time_point> times;  // of requests to the first host
  std::atomic<int> on{0};
  std::atomic<int> most{0};
  const LoopbackServer server([&](Connection& connection, const std::string& request) {
    const bool is_first = request.find("Host: 127.0.0.1:") != std::string::npos;
    if (is_first) {
      const std::lock_guard lock(mutex);
      times.push_back(steady_clock::now());
      most = std::max(most.load(), ++on);
    }
    connection.send(path_of(request) == "/robots.txt" ? http_answer("404 Not Found", {}, "") : page("a"));
    if (is_first) --on;
  });
  fetch::CrawlRules rules = quick();
  rules.delay = 200ms;
  const auto crawl = start(rules);
  const auto begin = steady_clock::now();
  std::vector<Wanted> wanted;
  for (int i = 0; i < 3; ++i) wanted.emplace_back(*crawl, server.url("/" + std::to_string(i)));
  Wanted other(*crawl, server.url("/", "127.0.0.2"));
  CHECK(other.get().ok());
  for (Wanted& one : wanted) CHECK(one.get().ok());
  CHECK(steady_clock::now() - begin >= 3 * 200ms);
  REQUIRE(times.size() == 4);
  for (std::size_t i = 1; i < times.size(); ++i) CHECK(times[i] - times[i - 1] >= 200ms);
  CHECK(most == 1);
}

TEST_CASE("busy servers and broken connections are asked three times, others once") {
  struct Row {
    std::string answer;
    std::size_t tries;
    std::string message;
  };
  for (const Row& row : {
           Row{http_answer("429 Too Many Requests", {"Retry-After: 0"}, ""), 3,
               "429 Too Many Requests (after 3 tries)"},
           Row{http_answer("502 Bad Gateway", {}, ""), 3, "502 Bad Gateway (after 3 tries)"},
           Row{http_answer("504 Gateway Timeout", {}, ""), 3, "504 Gateway Timeout (after 3 tries)"},
           Row{"", 3, "the server closed the connection without an answer (after 3 tries)"},
           Row{"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 9\r\n\r\n<p>", 3,
               "the connection closed before the page was complete (after 3 tries)"},
           Row{http_answer("404 Not Found", {}, ""), 1, "404 Not Found"},
           Row{http_answer("500 Internal Server Error", {}, ""), 1, "500 Internal Server Error"},
       }) {
    CAPTURE(row.answer);
    const LoopbackServer server(row.answer);
    fetch::CrawlRules rules = quick();
    rules.ignore_robots = true;
    const auto crawl = start(rules);
    CHECK(Wanted(*crawl, server.url("/")).body() == "error: " + row.message);
    CHECK(server.requests().size() == row.tries);
  }
}

TEST_CASE("a busy server may give its page the third time") {
  std::atomic<unsigned> requests{0};
  const LoopbackServer server([&](Connection& connection, const std::string&) {
    connection.send(++requests < kMostTries ? http_answer("502 Bad Gateway", {}, "") : page("a"));
  });
  fetch::CrawlRules rules = quick();
  rules.ignore_robots = true;
  const auto crawl = start(rules);
  CHECK(Wanted(*crawl, server.url("/")).body() == "<p>a");
}

TEST_CASE("a server that wants to be left alone is, and then gives its page") {
  std::atomic<int> requests{0};
  const LoopbackServer server([&](Connection& connection, const std::string&) {
    connection.send(requests++ == 0 ? http_answer("503 Service Unavailable", {"Retry-After: 1"}, "")
                                    : page("a"));
  });
  fetch::CrawlRules rules = quick();
  rules.ignore_robots = true;
  const auto crawl = start(rules);
  const auto begin = steady_clock::now();
  CHECK(Wanted(*crawl, server.url("/")).body() == "<p>a");
  CHECK(steady_clock::now() - begin >= 1s);
}

TEST_CASE("private addresses are refused without a request, for pages and their robots.txt") {
  const LoopbackServer server(page("secret"));
  const auto crawl = start(quick());
  const std::string body = Wanted(*crawl, server.url("/"), fetch::FetchOptions{}).body();
  CHECK(body == "error: address 127.0.0.1 is private (use --allow-private)");
  CHECK(server.requests().empty());
}

TEST_CASE("while too much is held only what is first is fetched") {
  const LoopbackServer server(page(std::string(1000, 'a')));
  fetch::CrawlRules rules = quick();
  rules.ignore_robots = true;
  rules.most_held_bytes = 1500;
  const auto crawl = start(rules);
  std::vector<Wanted> wanted;
  for (int i = 1; i <= 4; ++i) wanted.emplace_back(*crawl, server.url("/", "127.0.0." + std::to_string(i)));
  for (Wanted& one : wanted) {
    // Even when nothing is ever released, what is first comes.
    CHECK(one.get().ok());
  }
  fetch::CrawlRules alone = rules;
  alone.most_held_bytes = 1;
  const auto second = start(alone);
  Wanted first(*second, server.url("/"));
  CHECK(first.get().ok());
  std::atomic<bool> is_first_done{false};
  std::atomic<bool> came_early{false};
  const LoopbackServer slow([&](Connection& connection, const std::string& request) {
    if (path_of(request) == "/slow") {
      connection.wait_for_close(300);
      is_first_done = true;
    } else if (!is_first_done) {
      came_early = true;
    }
    connection.send(page("b"));
  });
  Wanted b(*second, slow.url("/slow"));
  Wanted c(*second, slow.url("/", "127.0.0.2"));
  CHECK(b.get().ok());
  CHECK(c.get().ok());
  CHECK_FALSE(came_early);
}

TEST_CASE("when it is stopped what waits is given up, but not what somebody waits for") {
  std::atomic<bool> is_stopped{false};
  const LoopbackServer server([&](Connection& connection, const std::string& request) {
    if (path_of(request) == "/slow") {
      is_stopped = true;
      connection.wait_for_close(5000);
    }
    connection.send(page("a"));
  });
  fetch::CrawlRules rules = quick();
  rules.ignore_robots = true;
  rules.is_stopped = [&] { return is_stopped.load(); };
  const auto crawl = start(rules);
  Wanted slow(*crawl, server.url("/slow"));
  Wanted behind(*crawl, server.url("/behind"));
  CHECK(slow.body() == "error: interrupted");
  CHECK(behind.body() == "error: interrupted");
  const auto fetched = crawl->fetch(server.url("/now"), loopback_options());
  REQUIRE(fetched.ok());
  CHECK(fetched->body == "<p>a");
}

TEST_CASE("what cannot be fetched says so") {
  const auto crawl = start(quick());
  CHECK(Wanted(*crawl, "ftp://a.example/").body() == "error: only http and https are fetched, not ftp");
  CHECK(Wanted(*crawl, "http://").body() == "error: not a URL");
}

TEST_CASE("all that goes over the wire can be kept, but for secrets") {
  const LoopbackServer server([](Connection& connection, const std::string& request) {
    if (path_of(request) == "/robots.txt")
      connection.send(http_answer("404 Not Found", {}, "none"));
    else if (path_of(request) == "/a")
      connection.send(http_answer("302 Found", {"Location: /b"}, ""));
    else
      connection.send(
          "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: "
          "chunked\r\n\r\n3\r\n<p>\r\n1\r\nb\r\n0\r\n\r\n");
  });
  std::vector<fetch::Capture> captures;
  const auto crawl = start(quick());
  fetch::FetchOptions options = loopback_options();
  options.cookies = "secret=1";
  options.keep = [&](fetch::Capture&& capture) { captures.push_back(std::move(capture)); };
  CHECK(Wanted(*crawl, server.url("/a"), options).body() == "<p>b");
  REQUIRE(captures.size() == 3);
  CHECK(captures[0].url == server.url("/robots.txt"));
  CHECK_FALSE(captures[0].is_whole);
  CHECK(captures[1].head.starts_with("HTTP/1.1 302 Found\r\n"));
  CHECK(captures[2].url == server.url("/b"));
  CHECK(captures[2].is_whole);
  CHECK(captures[2].body == "<p>b");
  CHECK(captures[2].address == "127.0.0.1");
  CHECK(captures[2].request.starts_with("GET /b HTTP/1.1\r\nHost: 127.0.0.1:"));
  CHECK(captures[2].request.ends_with("\r\n\r\n"));
  CHECK(captures[2].request.find("secret") == std::string::npos);
}
