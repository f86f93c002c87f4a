// The page in a mail or in a page saved as one.
#include "records/mail_page.hpp"

#include "catch.hpp"

namespace clean_article::records {
namespace {

const std::string kSaved =
    "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/story\r\nSubject: Bread\r\n"
    "Date: Sat, 2 Mar 2024 10:00:00 -0000\r\nMIME-Version: 1.0\r\n"
    "Content-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"--x--y\"\r\n\r\n\r\n"
    "----x--y\r\nContent-Type: text/css\r\n\r\np{}\r\n"
    "----x--y\r\nContent-Type: text/html\r\nContent-ID: <f@mhtml>\r\n"
    "Content-Transfer-Encoding: quoted-printable\r\nContent-Location: https://example.org/story\r\n\r\n"
    "<p>caf=C3=A9 and a line that=\r\n goes on, 1 =3D 1, =XY</p>\r\n"
    "----x--y\r\nContent-Type: text/html\r\n\r\n<p>a frame\r\n----x--y--\r\nbehind";

TEST_CASE("of a page saved as MHTML the first part of HTML is the page") {
  REQUIRE(is_mail(kSaved));
  const auto page = open_mail(kSaved);
  REQUIRE(page.ok());
  CHECK(page->bytes == "<p>café and a line that goes on, 1 = 1, =XY</p>\r\n");
  CHECK(page->url == "https://example.org/story");
  CHECK(page->content_type == "text/html");
  CHECK(page->date == "Sat, 2 Mar 2024 10:00:00 -0000");
}

TEST_CASE("the parts of a mail are looked through, and HTML goes before text") {
  const auto page = open_mail(
      "From a@example.org Sat Mar  2 10:00:00 2024\nFrom: a@example.org\nTo: b@example.org\n"
      "Message-ID: <1@x>\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=out\n\n"
      "--out\nContent-Type: multipart/alternative; boundary=in\n\n"
      "--in\nContent-Type: text/plain\n\nplain\n"
      "--in\nContent-Type: text/html; charset=iso-8859-2\nContent-Transfer-Encoding: "
      "BASE64\n\nPHA+\naGk8L3A+\n"
      "--in--\n--out\nContent-Type: image/png\n\nx\n--out--\n");
  REQUIRE(page.ok());
  CHECK(page->bytes == "<p>hi</p>");
  CHECK(page->content_type == "text/html; charset=iso-8859-2");
}

TEST_CASE("a mail of text is its text, and one of neither is refused") {
  CHECK(open_mail("From: a\nTo: b\n\nHello.\n")->bytes == "Hello.\n");
  CHECK(open_mail("From: a\nContent-Type: image/png\n\nx").error().kind == ErrorKind::kNotHtml);
}

TEST_CASE("a mail cut anywhere, and parts without end, give an answer") {
  for (std::size_t bytes = 0; bytes < kSaved.size(); ++bytes)
    static_cast<void>(open_mail(std::string_view(kSaved).substr(0, bytes)));
  std::string deep;
  for (int i = 0; i < 2000; ++i) deep += "Content-Type: multipart/mixed; boundary=a\n\n--a\n";
  CHECK(open_mail(deep)->bytes.empty());
}

}  // namespace
}  // namespace clean_article::records
