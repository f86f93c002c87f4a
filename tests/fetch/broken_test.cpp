// Answers cut off or malformed: an error each, never half an article.
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
  CHECK(error_of("http://127.0.0.1:" + std::to_string(port)).message == "could not connect to 127.0.0.1");
  CHECK(error_of("http://no-such-host.invalid/").message == "no such host: no-such-host.invalid");
}
