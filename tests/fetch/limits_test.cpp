// Answers that never end, grow beyond reason or do not come. Times are short options, never measured.
#include "compressed.hpp"
#include "fetch/fetching.hpp"

using namespace clean_article;
using namespace clean_article::test;
using namespace std::chrono_literals;

namespace {

constexpr std::string_view kHtmlHead = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n";

fetch::FetchOptions with_cap(std::size_t bytes) {
  fetch::FetchOptions options = loopback_options();
  options.max_bytes = bytes;
  return options;
}

std::string gzip_answer(std::string_view compressed, const std::string& encodings = "gzip") {
  return http_answer("200 OK", {"Content-Type: text/html", "Content-Encoding: " + encodings}, compressed);
}

}  // namespace

TEST_CASE("a compressed page arrives as it was") {
  const LoopbackServer server(gzip_answer(gzip("<p>Bonjour</p>")));
  const auto page = fetch::fetch(server.url("/"), loopback_options());
  REQUIRE(page.ok());
  CHECK(page->body == "<p>Bonjour</p>");
}

TEST_CASE("a page of exactly the limit is allowed, one byte more is not") {
  const LoopbackServer server(http_answer("200 OK", {"Content-Type: text/html"}, std::string(2048, 'x')));
  CHECK(fetch::fetch(server.url("/"), with_cap(2048)).ok());
  const Error error = error_of(server.url("/"), with_cap(2047));
  CHECK(error.kind == ErrorKind::kTooLarge);
  CHECK(error.message == "larger than 2047 bytes");
}

TEST_CASE("an endless body ends at the limit") {
  const LoopbackServer server([](Connection& connection, const std::string& request) {
    const bool chunked = request.starts_with("GET /chunked");
    connection.send(std::string(kHtmlHead) + (chunked ? "Transfer-Encoding: chunked\r\n\r\n" : "\r\n"));
    const std::string piece(0x1000, 'x');
    while (connection.send(chunked ? "1000\r\n" + piece + "\r\n" : piece)) {
    }
  });
  CHECK(error_of(server.url("/"), with_cap(1 << 20)).message == "larger than 1 MiB");
  CHECK(error_of(server.url("/chunked"), with_cap(1 << 20)).message == "larger than 1 MiB");
}

TEST_CASE("a gzip bomb ends at the limit, a bomb in a bomb too") {
  const std::string bomb = gzip(std::string(std::size_t{64} << 20, ' '));
  CHECK(bomb.size() < 100'000);
  const LoopbackServer single(gzip_answer(bomb));
  CHECK(error_of(single.url("/")).message == "larger than 16 MiB");
  const LoopbackServer nested(gzip_answer(gzip(bomb), "gzip, gzip"));
  CHECK(error_of(nested.url("/")).message == "larger than 16 MiB");
}

TEST_CASE("damaged compression is an error") {
  const LoopbackServer server(gzip_answer("no gzip at all"));
  CHECK(error_of(server.url("/")).message == "the page's compression is damaged or unknown");
}

TEST_CASE("headers without end are refused") {
  const LoopbackServer many([](Connection& connection, const std::string&) {
    connection.send(kHtmlHead);
    while (connection.send("X-Padding: " + std::string(1000, 'x') + "\r\n")) {
    }
  });
  CHECK(error_of(many.url("/")).message == "headers larger than 256 KiB");
  const LoopbackServer interim([](Connection& connection, const std::string&) {
    while (connection.send("HTTP/1.1 100 Continue\r\n\r\n")) {
    }
  });
  CHECK(error_of(interim.url("/")).message == "headers larger than 256 KiB");
  const LoopbackServer one([](Connection& connection, const std::string&) {
    connection.send(std::string(kHtmlHead) + "X-Padding: ");
    while (connection.send(std::string(10'000, 'x'))) {
    }
  });
  CHECK(error_of(one.url("/")).kind == ErrorKind::kFetch);
}

TEST_CASE("headers of 256 KiB are read, more are refused, in lines of 100 KiB at most") {
  const auto answer = [](std::size_t bytes, std::size_t line_bytes) {
    std::string head(kHtmlHead);
    const std::string name = "X-Padding: ";
    while (head.size() + 2 < bytes) {
      // What is left, but no line too short for its name.
      std::size_t size = std::min(line_bytes, bytes - head.size() - 2);
      if (const std::size_t rest = bytes - head.size() - 2 - size; rest > 0 && rest < 20) size -= 20;
      head += name + std::string(size - name.size() - 2, 'x') + "\r\n";
    }
    return head + "\r\n<p>a";
  };
  const LoopbackServer inside(answer(kMostHeaderBytes, 1000));
  CHECK(fetch::fetch(inside.url("/"), loopback_options()).ok());
  const LoopbackServer beyond(answer(kMostHeaderBytes + 1, 1000));
  CHECK(error_of(beyond.url("/")).message == "headers larger than 256 KiB");
  const LoopbackServer long_line(answer(kHtmlHead.size() + 2 + kMostHeaderLineBytes - kKibi, kMebi));
  CHECK(fetch::fetch(long_line.url("/"), loopback_options()).ok());
  const LoopbackServer too_long(answer(kHtmlHead.size() + 2 + kMostHeaderLineBytes + kKibi, kMebi));
  CHECK(error_of(too_long.url("/")).message ==
        "a line of the server's answer is longer than 100 KiB, or there is too little memory");
}

TEST_CASE("a server that never answers is given up") {
  const LoopbackServer silent(
      [](Connection& connection, const std::string&) { connection.wait_for_close(60'000); });
  fetch::FetchOptions options = loopback_options();
  options.total_timeout = 300ms;
  CHECK(error_of(silent.url("/"), options).message == "timed out after 300 ms");
}

TEST_CASE("a server that answers late is waited for while its time lasts") {
  const LoopbackServer slow([](Connection& connection, const std::string&) {
    connection.wait_for_close(400);
    connection.send(std::string(kHtmlHead) + "\r\n<p>a");
  });
  fetch::FetchOptions options = loopback_options();
  options.total_timeout = 20s;
  CHECK(fetch::fetch(slow.url("/"), options).ok());
  options.total_timeout = 200ms;
  CHECK(error_of(slow.url("/"), options).message == "timed out after 200 ms");
}

TEST_CASE("who says nothing of time gives a connection 10 seconds and a URL 30") {
  const fetch::FetchOptions options;
  CHECK(options.connect_timeout == 10s);
  CHECK(options.total_timeout == 30s);
}

TEST_CASE("a TLS handshake that gets no answer is given up") {
  const LoopbackServer silent(
      [](Connection& connection, const std::string&) { connection.wait_for_close(60'000); });
  fetch::FetchOptions options = loopback_options();
  options.connect_timeout = 300ms;
  CHECK(error_of("https://127.0.0.1:" + std::to_string(silent.port()), options).message ==
        "no connection after 300 ms");
}

TEST_CASE("a slow drip is given up when its time is over") {
  const LoopbackServer drip([](Connection& connection, const std::string&) {
    connection.send(std::string(kHtmlHead) + "\r\n");
    while (connection.send("x") && !connection.wait_for_close(20)) {
    }
  });
  fetch::FetchOptions options = loopback_options();
  options.total_timeout = 400ms;
  CHECK(error_of(drip.url("/"), options).message == "timed out after 400 ms");
}

TEST_CASE("a stalled page is given up before its time is over") {
  const LoopbackServer stalled([](Connection& connection, const std::string&) {
    connection.send(std::string(kHtmlHead) + "\r\n<p>");
    connection.wait_for_close(60'000);
  });
  fetch::FetchOptions options = loopback_options();
  options.stalled_for = 1s;
  CHECK(error_of(stalled.url("/"), options).message == "stalled: under 100 bytes/s for 1 s");
}

TEST_CASE("redirects share one time limit") {
  const LoopbackServer slow([](Connection& connection, const std::string&) {
    connection.wait_for_close(60);
    connection.send(http_answer("302 Found", {"Location: /"}, ""));
  });
  fetch::FetchOptions options = loopback_options();
  options.total_timeout = 200ms;
  options.max_redirects = 1000;
  CHECK(error_of(slow.url("/"), options).message == "timed out after 200 ms");
}
