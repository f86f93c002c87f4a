// JSON lines: as many records as lines, and the page in one of their fields.
#include "records/json_lines.hpp"

#include "catch.hpp"
#include "compressed.hpp"
#include "streams.hpp"

namespace clean_article::records {
namespace {

using testing::read_all;

Result<Page> page_of(const std::string& line, const LineNames& names = {}, std::string* fields = nullptr) {
  Record record;
  record.kind = RecordKind::kJsonLine;
  record.bytes = line;
  auto page = open_record(record, names, 1000);
  if (fields != nullptr) *fields = record.fields;
  return page;
}

TEST_CASE("each line is a record, whatever it holds") {
  const auto found = read_all("{\"h\":\"a\"}\n\nnonsense\r\n{\"h\":\"b\"}");
  REQUIRE(found.records.size() == 4);
  CHECK(found.records[0].bytes == "{\"h\":\"a\"}");
  CHECK(found.records[1].bytes.empty());
  CHECK(found.records[3].bytes == "{\"h\":\"b\"}");
  CHECK(found.records[3].place == 4);
  CHECK(found.troubles.empty());
  CHECK(read_all("\xEF\xBB\xBF{\"h\":\"a\"}\n").records.size() == 1);
}

TEST_CASE("compressed lines are lines, in one member or in many") {
  const std::string line = "{\"h\":\"a\"}\n";
  CHECK(read_all(test::gzip(line + line)).records.size() == 2);
  CHECK(read_all(test::gzip(line) + test::gzip(line)).records.size() == 2);
  CHECK(read_all(test::gzip("{\"h\":") + test::gzip("\"a\"}\n")).records.front().bytes == "{\"h\":\"a\"}");
  CHECK(read_all(test::zstd(line + line)).records.size() == 2);
}

TEST_CASE("a compressed stream that breaks off is told, and the line too") {
  const std::string whole = test::gzip("{\"h\":\"first\"}\n{\"h\":\"" + std::string(3000, 'x') + "\"}\n");
  const auto found = read_all(whole.substr(0, whole.size() - 12));
  REQUIRE(found.records.size() == 2);
  CHECK_FALSE(found.records[0].has_error());
  CHECK(found.records[1].has_error());
  REQUIRE(found.troubles.size() == 1);
  CHECK(found.troubles[0] == "its compressed bytes end too soon");
}

TEST_CASE("a line above the bound is a record with an error, and the next ones come") {
  const std::string lines = "{\"h\":\"a\"}\n{\"h\":\"" + std::string(5'000'000, 'x') + "\"}\n{\"h\":\"b\"}\n";
  const auto found = read_all(lines, 1000);
  REQUIRE(found.records.size() == 3);
  CHECK(found.records[1].error.kind == ErrorKind::kTooLarge);
  CHECK(found.records[1].bytes.empty());
  CHECK(found.records[2].bytes == "{\"h\":\"b\"}");
}

TEST_CASE("the page stands in the field that is named, or in one of the usual") {
  CHECK(page_of(R"({"text":"t","html":"p","url":"u","date":"d"})")->bytes == "p");
  CHECK(page_of(R"({"text":"t","html":"p","url":"u","date":"d"})")->url == "u");
  CHECK(page_of(R"({"text":"t","html":"p","url":"u","date":"d"})")->date == "d");
  CHECK(page_of(R"({"h":"p"})")->bytes == "p");
  CHECK(page_of(R"({"html":"p","raw":"q"})", {.page = "raw"})->bytes == "q");
  CHECK(page_of(R"({"r\u0061w":"q"})", {.page = "raw"})->bytes == "q");
  CHECK(page_of(R"({"html":"p","html":"q","text":"a longer one"})")->bytes == "p");
  CHECK(page_of(R"({"h":"the longest of all","text":"a longer one","content":"c"})")->bytes ==
        "a longer one");
  CHECK_FALSE(page_of(R"({"text":"t","html":7})").ok());
  CHECK(page_of(R"({"raw":"PHA+aGk8L3A+"})", {.page = "raw", .base64 = true})->bytes == "<p>hi</p>");
}

TEST_CASE("all other fields are kept as they stand") {
  std::string fields;
  CHECK(page_of(R"({ "id" : 1.50 , "html":"p", "x":{"y": [ 1 ]},"id":2})", {}, &fields).ok());
  CHECK(fields == R"("id":1.50,"x":{"y": [ 1 ]},"id":2)");
}

TEST_CASE("bytes that are no UTF-8 are mended") {
  std::string fields;
  CHECK(page_of("{\"html\":\"caf\xE9\",\"x\":\"\xFF\"}", {}, &fields)->bytes == "caf\xEF\xBF\xBD");
  CHECK(fields == "\"x\":\"\xEF\xBF\xBD\"");
}

TEST_CASE("a line without a page says why") {
  const auto why = [](const std::string& line, const LineNames& names = {}) {
    return page_of(line, names).error().message;
  };
  CHECK(why("") == "the line is empty");
  CHECK(why("[1]") == "the line is no JSON object");
  CHECK(why("{\"id\":1}") == "it has no field html, text, content or h");
  CHECK(why("{\"h\":1}") == "its field \"h\" is no string");
  CHECK(why("{\"h\":\"x\"}", {.page = "raw"}) == "it has no field 'raw'");
  CHECK(why("{\"h\":\"%\"}", {.base64 = true}) == "its field \"h\" is no base64");
  CHECK(page_of("{\"h\":\"" + std::string(1001, 'x') + "\"}").error().kind == ErrorKind::kTooLarge);
}

}  // namespace
}  // namespace clean_article::records
