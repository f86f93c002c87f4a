// Answers cut off or malformed: an error each, never half an article.
#include "compressed.hpp"
#include "fetch/fetching.hpp"

using namespace clean_article;
using namespace clean_article::test;

TEST_CASE("a page cut off is an error") {
  constexpr const char* kCut = "the connection closed before the page was complete";
  CHECK(error_of_answer("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 99\r\n\r\n<p>half")
            .message == kCut);
  CHECK(error_of_answer("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
                        "8\r\n<p>half \r\n99\r\nof it")
            .message == kCut);
  CHECK(error_of_answer("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
                        "8\r\n<p>half \r\n")
            .message == kCut);
}

TEST_CASE("a compressed page cut off is an error, however its length is told") {
  const std::string whole = "<p>" + std::string(200, 'x');
  struct {
    std::string coding;
    std::string sent;
  } const rows[] = {{"gzip", gzip(whole)}, {"br", brotli(whole)}, {"zstd", zstd(whole)}};
  for (const auto& [coding, sent] : rows) {
    CAPTURE(coding);
    const std::string head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: " + coding;
    const std::string cut = sent.substr(0, sent.size() - 3);
    const LoopbackServer sound(head + "\r\n\r\n" + sent);
    CHECK(fetch::fetch(sound.url("/"), loopback_options())->body == whole);
    const std::string until_close = "\r\n\r\n" + cut;
    const std::string by_length = "\r\nContent-Length: " + std::to_string(cut.size()) + until_close;
    for (const std::string& rest : {until_close, by_length}) {
      const Error error = error_of_answer(head + rest);
      CHECK(error.kind == ErrorKind::kFetch);
      CHECK(error.message == "the page's compressed body ends before the page is complete");
    }
  }
}

TEST_CASE("a chunk without a length is an error") {
  CHECK(error_of_answer("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
                        "<p>no number\r\n")
            .kind == ErrorKind::kFetch);
}

TEST_CASE("an answer without headers is not HTTP") {
  CHECK(error_of_answer("<p>Hello from 1991</p>").message == "the server's answer is not HTTP");
  CHECK(error_of_answer("\x16\x03\x01 garbage").message == "the server's answer is not HTTP");
}

TEST_CASE("a server that says nothing, or is not there, is told") {
  CHECK(error_of_answer("").message == "the server closed the connection without an answer");
  int port = 0;
  {
    const LoopbackServer gone("");
    port = gone.port();
  }
  CHECK(error_of("http://127.0.0.1:" + std::to_string(port)).message ==
        "could not connect to 127.0.0.1: Connection refused");
  CHECK(error_of("http://no-such-host.invalid/").message == "no such host: no-such-host.invalid");
}
