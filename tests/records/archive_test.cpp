// WARC and ARC: every page is found, and what is damaged costs no more than itself.
#include "records/archive.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

#include "catch.hpp"
#include "compressed.hpp"
#include "records/warc_record.hpp"
#include "streams.hpp"

namespace clean_article::records {
namespace {

using test::gzip;
using testing::read_all;

std::string record(const std::string& type, const std::string& url, const std::string& block,
                   const std::string& more = "Content-Type: application/http; msgtype=response\r\n") {
  return "WARC/1.1\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: " + url +
         "\r\nWARC-Date: 2024-03-02T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:" + url + ">\r\n" + more +
         "Content-Length: " + std::to_string(block.size()) + "\r\n\r\n" + block + "\r\n\r\n";
}

std::string answer(const std::string& body, const std::string& headers = "Content-Type: text/html\r\n") {
  return "HTTP/1.1 200 OK\r\n" + headers + "\r\n" + body;
}

std::string page(const std::string& url) {
  return record("response", url, answer("<p>" + url));
}

Result<Page> open(const std::string& block, const std::string& more = "") {
  auto found = read_all(record("response", "http://a/", block, "Content-Type: application/http\r\n" + more));
  REQUIRE(found.records.size() == 1);
  return open_record(found.records[0], {}, 100'000);
}

TEST_CASE("responses and resources are pages, other records are not") {
  const std::string file = record("warcinfo", "x", "software: s\r\n", "") + record("request", "r", "GET /") +
                           page("http://a/") + record("metadata", "m", "fetchTimeMs: 1") +
                           record("resource", "http://b/", "<p>b", "Content-Type: text/html\r\n") +
                           record("revisit", "http://c/", "HTTP/1.1 304 Not Modified\r\n\r\n");
  auto found = read_all(file);
  REQUIRE(found.records.size() == 2);
  CHECK(found.troubles.empty());
  CHECK(found.records[0].fields ==
        R"("url":"http://a/","record_id":"<urn:uuid:http://a/>","date":"2024-03-02T10:00:00Z",)"
        R"("file":"file","offset":)" +
            std::to_string(file.find("WARC/1.1\r\nWARC-Type: response")));
  CHECK(open_record(found.records[0], {}, 1000)->bytes == "<p>http://a/");
  CHECK(open_record(found.records[0], {}, 1000).ok());
  CHECK(open_record(found.records[1], {}, 1000)->bytes == "<p>b");
}

TEST_CASE("of a compressed file an offset is that of the member") {
  const std::string first = gzip(page("http://a/"));
  const auto found = read_all(first + gzip(page("http://b/")));
  REQUIRE(found.records.size() == 2);
  CHECK(found.records[0].place == 0);
  CHECK(found.records[1].place == first.size());
}

TEST_CASE("a damaged member is told, and the next one is read") {
  std::string bad = gzip(page("http://b/") + std::string(2000, 'x'));
  for (std::size_t i = bad.size() / 2; i < bad.size() / 2 + 20; ++i) bad[i] = '\x55';
  const auto found = read_all(gzip(page("http://a/")) + bad + gzip(page("http://c/")));
  CHECK(found.troubles.size() == 1);
  REQUIRE(found.records.size() >= 2);
  CHECK(found.records.front().url == "http://a/");
  CHECK(found.records.back().url == "http://c/");
}

TEST_CASE("junk between members and between records is told and passed over") {
  for (const auto& [file, is_gzip] :
       {std::pair(gzip(page("http://a/")) + "some junk" + gzip(page("http://b/")), true),
        std::pair(page("http://a/") + "some junk\r\nmore\r\n" + page("http://b/"), false)}) {
    CAPTURE(is_gzip);
    const auto found = read_all(file);
    REQUIRE(found.records.size() == 2);
    CHECK(found.records[1].url == "http://b/");
    REQUIRE(found.troubles.size() == 1);
    CHECK(found.troubles[0].starts_with("at byte "));
  }
}

TEST_CASE("a record that ends too soon is one with an error") {
  const std::string file = page("http://a/") + page("http://b/");
  for (std::size_t bytes = file.find("<p>http://b/"); bytes < file.size() - 5; ++bytes) {
    CAPTURE(bytes);
    const auto found = read_all(file.substr(0, bytes));
    REQUIRE(found.records.size() == 2);
    CHECK(found.records[1].url == "http://b/");
    CHECK(found.records[1].error.message.starts_with("the record is cut short: "));
    CHECK(found.troubles.size() == 1);
  }
}

TEST_CASE("a file cut anywhere is read to where it goes, compressed or not") {
  const std::string file = gzip(page("http://a/")) + gzip(page("http://b/"));
  const std::string plain = page("http://a/") + page("http://b/");
  for (std::size_t bytes = 0; bytes < file.size(); ++bytes)
    CHECK(read_all(file.substr(0, bytes)).records.size() <= 2);
  for (std::size_t bytes = 0; bytes < plain.size(); ++bytes)
    CHECK(read_all(plain.substr(0, bytes)).records.size() <= 2);
}

TEST_CASE("a length that runs over the next record is seen") {
  std::string lying = page("http://a/");
  lying.replace(lying.find("Content-Length: ") + 16, 2, "90");
  for (const bool is_gzip : {false, true}) {
    CAPTURE(is_gzip);
    const auto found = read_all(is_gzip ? gzip(lying) + gzip(page("http://b/")) : lying + page("http://b/"));
    REQUIRE(found.records.size() == 2);
    CHECK(found.records[0].bytes == answer("<p>http://a/"));
    CHECK(found.records[1].url == "http://b/");
    CHECK(found.troubles.size() == 1);
  }
}

TEST_CASE("a record larger than the bound is not held") {
  const auto found = read_all(
      record("response", "http://a/", answer(std::string(3'000'000, 'x'))) + page("http://b/"), 1000);
  REQUIRE(found.records.size() == 2);
  CHECK(found.records[0].error.kind == ErrorKind::kTooLarge);
  CHECK(found.records[0].bytes.empty());
  CHECK_FALSE(found.records[1].has_error());
}

TEST_CASE("a record that does not say how long it is costs itself alone") {
  std::string silent = page("http://a/");
  silent.replace(silent.find("Content-Length: "), 16, "Content-Width : ");
  const auto found = read_all(silent + page("http://b/"));
  REQUIRE(found.records.size() == 1);
  CHECK(found.records[0].url == "http://b/");
  CHECK(found.troubles.size() == 1);
}

TEST_CASE("chunks are joined and compression is undone") {
  const std::string body = "<p>bread";
  CHECK(open(answer("8\r\n<p>bread\r\n0\r\n\r\n", "Transfer-Encoding: chunked\r\n"))->bytes == body);
  CHECK(open(answer(gzip(body), "Content-Encoding: gzip\r\n"))->bytes == body);
  CHECK(open(answer(test::brotli(body), "Content-Encoding: br\r\n"))->bytes == body);
  CHECK(open(answer(test::zstd(body), "Content-Encoding: zstd\r\n"))->bytes == body);
  const std::string both = gzip(body);
  std::array<char, 8> size{};
  std::snprintf(size.data(), size.size(), "%zx", both.size());
  CHECK(open(answer(std::string(size.data()) + "\r\n" + both + "\r\n0\r\n\r\n",
                    "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n"))
            ->bytes == body);
}

TEST_CASE("what the archive has undone already is left alone") {
  const std::string body = "<html><p>bread";
  for (const char* headers : {"Content-Encoding: gzip\r\n", "Content-Encoding: br\r\n",
                              "Content-Encoding: zstd\r\n", "Transfer-Encoding: chunked\r\n"}) {
    CAPTURE(headers);
    CHECK(open(answer(body, headers))->bytes == body);
  }
}

TEST_CASE("a body that breaks off is an error, unless it was clipped when it was saved") {
  const std::string half = gzip("<p>" + std::string(500, 'a') + "bcd").substr(0, 20);
  CHECK(open(answer(half, "Content-Encoding: gzip\r\n")).error().message ==
        "the page's compressed body ends before the page is complete");
  CHECK(open(answer(half, "Content-Encoding: gzip\r\n"), "WARC-Truncated: length\r\n").ok());
  CHECK_FALSE(open(answer("8\r\n<p>br", "Transfer-Encoding: chunked\r\n")).ok());
  CHECK(open(answer("8\r\n<p>br", "Transfer-Encoding: chunked\r\n"), "WARC-Truncated: time\r\n")->bytes ==
        "<p>br");
}

TEST_CASE("answers that are no page say what they are") {
  CHECK(open("HTTP/1.1 404 Not Found\r\n\r\n<p>gone").error().message == "HTTP status 404");
  CHECK(open(answer("x", "Content-Type: image/png\r\n")).error().message == "not HTML: image/png");
  CHECK(open(answer(gzip(std::string(200'000, 'x')), "Content-Encoding: gzip\r\n")).error().kind ==
        ErrorKind::kTooLarge);
}

TEST_CASE("ARC files of both versions hold pages") {
  const std::string first_version =
      "filedesc://a.arc 0.0.0.0 20080430204825 text/plain 23\n1 0 InternetArchive\nxxx\n"
      "http://a/ 1.2.3.4 20080430204826 text/html " +
      std::to_string(answer("<p>a").size()) + "\n" + answer("<p>a") + "\n" +
      "http://b/x y 1.2.3.4 20080430204827 text/html 200 - - 0 a.arc " +
      std::to_string(answer("<p>b").size()) + "\n" + answer("<p>b") + "\n";
  auto found = read_all(first_version);
  REQUIRE(found.records.size() == 2);
  CHECK(found.records[0].date == "2008-04-30T20:48:26Z");
  CHECK(open_record(found.records[0], {}, 1000)->bytes == "<p>a");
  CHECK(found.records[1].url == "http://b/x%20y");
  CHECK(open_record(found.records[1], {}, 1000)->bytes == "<p>b");
}

TEST_CASE("addresses in angle brackets are addresses") {
  CHECK(read_all(page("<http://a/>")).records.front().url == "http://a/");
}

TEST_CASE("members of any size are undone, taken at once or in steps") {
  std::string file;
  std::vector<std::string> bodies;
  for (const std::size_t bytes : {std::size_t{1}, std::size_t{300'000}, std::size_t{1'500'000},
                                  std::size_t{6'000'000}, std::size_t{20}}) {
    std::string body = "<p>";
    for (std::size_t i = 0; body.size() < bytes; ++i) body += std::to_string(i * i) + ' ';
    bodies.push_back(body);
    file += gzip(record("response", "http://a/", answer(body)));
  }
  auto found = read_all(file, std::size_t{8} << 20);
  REQUIRE(found.records.size() == bodies.size());
  CHECK(found.troubles.empty());
  for (std::size_t i = 0; i < bodies.size(); ++i)
    CHECK(open_record(found.records[i], {}, std::size_t{8} << 20)->bytes == bodies[i]);
}

TEST_CASE("a file that was cut off ends with its last whole record") {
  const testing::TempFolder folder;
  for (const bool is_packed : {false, true}) {
    std::string file;
    std::vector<std::size_t> ends{0};
    for (const char* url : {"http://a/", "http://b/", "http://c/"}) {
      file += is_packed ? gzip(page(url)) : page(url);
      ends.push_back(file.size());
    }
    for (std::size_t bytes = 0; bytes <= file.size(); ++bytes) {
      CAPTURE(is_packed, bytes);
      const std::string path = folder.write("cut", std::string_view(file).substr(0, bytes));
      CHECK(end_of_whole_records(path) == *std::prev(std::upper_bound(ends.begin(), ends.end(), bytes)));
    }
  }
  CHECK(end_of_whole_records(folder.path("none")) == 0);
}

TEST_CASE("redirects and robots.txt are told from failures") {
  const auto is_beside = [](const std::string& url, const std::string& block) {
    auto found = read_all(record("response", url, block));
    REQUIRE(found.records.size() == 1);
    CHECK_FALSE(open_record(found.records[0], {}, 1000).ok());
    return found.records[0].is_beside_pages;
  };
  CHECK(is_beside("http://a/old", "HTTP/1.1 301 Moved\r\n\r\n"));
  CHECK(is_beside("http://a/robots.txt", answer("User-agent: *", "Content-Type: text/plain\r\n")));
  CHECK(is_beside("http://a/robots.txt", "HTTP/1.1 404 Not Found\r\n\r\n"));
  CHECK_FALSE(is_beside("http://a/x", "HTTP/1.1 404 Not Found\r\n\r\n"));
  CHECK_FALSE(is_beside("http://a/x.png", answer("", "Content-Type: image/png\r\n")));
}

}  // namespace
}  // namespace clean_article::records
