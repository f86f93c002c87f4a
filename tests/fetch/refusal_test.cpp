// Answers that are no page: error statuses and other kinds of data.
#include "fetch/fetching.hpp"

using namespace clean_article;
using namespace clean_article::test;
using namespace std::literals;

namespace {

// Headers only: the refusal must come before the body is read, or the connection's end would be the error.
Error error_of_type(const std::string& content_type) {
  return error_of_answer("HTTP/1.1 200 OK\r\nContent-Type: " + content_type +
                         "\r\nContent-Length: 99\r\n\r\n");
}

}  // namespace

TEST_CASE("an error status is told in the usual words, not in the server's") {
  const Error error =
      error_of_answer(http_answer("404 \x1B[31mGone fishing", {"Content-Type: text/html"}, "<p>x"));
  CHECK(error.kind == ErrorKind::kFetch);
  CHECK(error.message == "404 Not Found");
  CHECK(error_of_answer(http_answer("503 x", {}, "")).message == "503 Service Unavailable");
  CHECK(error_of_answer(http_answer("599 x", {}, "")).message == "HTTP status 599");
}

TEST_CASE("other kinds of data are refused before their body is read") {
  const Error error = error_of_type("image/png");
  CHECK(error.kind == ErrorKind::kNotHtml);
  CHECK(error.message == "not HTML: image/png");
  CHECK(error_of_type("application/pdf; x=y").message == "not HTML: application/pdf");
  CHECK(error_of_type("a\x1B[2J" + std::string(1000, 'b')).message ==
        "not HTML: a?[2J" + std::string(55, 'b'));
}

TEST_CASE("the kinds of text that are read") {
  for (const char* type : {"text/html", "TEXT/HTML;charset=x", "application/xhtml+xml", "text/plain",
                           "text/xml", "application/xml ; charset=utf-8"}) {
    CAPTURE(type);
    const LoopbackServer server(http_answer("200 OK", {"Content-Type: "s + type}, "<p>Hi"));
    CHECK(fetch::fetch(server.url("/"), loopback_options()).ok());
  }
}

TEST_CASE("a page without a type is read when it is text") {
  const LoopbackServer page(http_answer("200 OK", {}, "<p>Hi"));
  CHECK(fetch::fetch(page.url("/"), loopback_options()).ok());
  const LoopbackServer utf16(http_answer("200 OK", {}, "\xFF\xFE<\0p\0>\0"sv));
  CHECK(fetch::fetch(utf16.url("/"), loopback_options()).ok());

  const Error error = error_of_answer(http_answer("200 OK", {"Content-Type: */*"}, "\x01\x02\0\0"sv));
  CHECK(error.kind == ErrorKind::kNotHtml);
  CHECK(error.message == "not HTML: no content type, and the bytes are no text");
  // Told by the first bytes of a long one, without waiting for the rest.
  CHECK(error_of_answer("HTTP/1.1 200 OK\r\nContent-Length: 99999\r\n\r\n" + std::string(3000, '\0')).kind ==
        ErrorKind::kNotHtml);
}

TEST_CASE("a page that is sent as some file is read when it begins like one") {
  for (const char* type : {"application/octet-stream", "binary/octet-stream;x=y", "Application/X-Download"}) {
    CAPTURE(type);
    const std::vector<std::string> headers = {"Content-Type: "s + type};
    const LoopbackServer server(http_answer("200 OK", headers, "\n<!DOCTYPE html><p>Hi"));
    CHECK(fetch::fetch(server.url("/"), loopback_options()).ok());
    CHECK(error_of_answer(http_answer("200 OK", headers, "name;price\nbread;3")).kind == ErrorKind::kNotHtml);
    CHECK(error_of_answer(http_answer("200 OK", headers, "%PDF-1.4\n")).message == "not HTML: a PDF file");
    CHECK(error_of_answer(http_answer("200 OK", headers, "")).kind == ErrorKind::kNotHtml);
  }
}

TEST_CASE("only http and https are fetched") {
  CHECK(error_of("file:///etc/hostname").message == "only http and https are fetched, not file");
  CHECK(error_of("ftp://127.0.0.1/").message == "only http and https are fetched, not ftp");
  CHECK(error_of("javascript:alert(1)").kind == ErrorKind::kFetch);
  CHECK(error_of("http://").message == "not a URL");
  CHECK(error_of("").message == "not a URL");
}
