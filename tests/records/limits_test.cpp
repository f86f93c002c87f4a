// Limits of streams, held from both sides.
#include <string>

#include "base/base.hpp"
#include "catch.hpp"
#include "records/mail_page.hpp"
#include "records/records.hpp"
#include "streams.hpp"

namespace clean_article::records {
namespace {

using testing::read_all;

std::string times(std::size_t count, std::string_view text) {
  std::string all;
  for (std::size_t i = 0; i < count; ++i) all += text;
  return all;
}

TEST_CASE("A line may hold 500 values inside each other") {
  const auto opens = [](std::size_t levels) {
    // Inside the line itself.
    Record record;
    record.kind = RecordKind::kJsonLine;
    record.bytes = R"({"more":)" + times(levels, "[") + times(levels, "]") + R"(,"html":"<p>a"})";
    return open_record(record, {}, 10'000).ok();
  };
  CHECK(opens(kMostJsonLevels));
  CHECK_FALSE(opens(kMostJsonLevels + 1));
}

TEST_CASE("A mail may hold parts inside each other, 16 levels of them") {
  const auto opens = [](std::size_t levels) {
    std::string mail = "From: a@example.org\nTo: b@example.org\nMIME-Version: 1.0\n";
    std::string end;
    for (std::size_t i = 0; i < levels; ++i) {
      const std::string boundary = "b" + std::to_string(i) + "x";
      mail += "Content-Type: multipart/mixed; boundary=" + boundary + "\n\n--" + boundary + "\n";
      end = "--" + boundary + "--\n" + end;
    }
    return open_mail(mail + "Content-Type: text/html\n\n<p>hi</p>\n" + end).ok();
  };
  CHECK(opens(kMostMailLevels));
  CHECK_FALSE(opens(kMostMailLevels + 1));
}

TEST_CASE("The head of a record may have 256 KiB, one with more is skipped and told") {
  const auto found = [](std::size_t bytes) {
    const std::string block = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>a";
    std::string head =
        "WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: http://a/\r\n"
        "Content-Type: application/http\r\nContent-Length: " +
        std::to_string(block.size()) + "\r\nX: ";
    head += std::string(bytes - head.size() - 4, 'x') + "\r\n\r\n";
    return read_all(head + block + "\r\n\r\n");
  };
  CHECK(found(kMostRecordHeadBytes).records.size() == 1);
  CHECK(found(kMostRecordHeadBytes).troubles.empty());
  const auto beyond = found(2 * kMostRecordHeadBytes);
  CHECK(beyond.records.empty());
  CHECK_FALSE(beyond.troubles.empty());
}

TEST_CASE("A line may take four times what a page may, and 1 MiB; a longer one is skipped and told") {
  constexpr std::size_t kPageBytes = std::size_t{256} << 10;
  const auto found = [](std::size_t bytes) {
    const std::string begin = R"({"more":")";
    const std::string end = R"(","html":"<p>a"})";
    const std::string line = begin + std::string(bytes - begin.size() - end.size(), 'x') + end;
    return read_all(line + "\n" + R"({"html":"<p>b"})" + "\n", kPageBytes);
  };
  constexpr std::size_t kMostBytes = kMostRecordTimes * kPageBytes + kMebi;
  const auto inside = found(kMostBytes);
  REQUIRE(inside.records.size() == 2);
  CHECK_FALSE(inside.records[0].has_error());
  const auto beyond = found(kMostBytes + 1);
  REQUIRE(beyond.records.size() == 2);
  CHECK(beyond.records[0].error.message == "the line is longer than 2 MiB");
  CHECK_FALSE(beyond.records[1].has_error());
}

}  // namespace
}  // namespace clean_article::records
