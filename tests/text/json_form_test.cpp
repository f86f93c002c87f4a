// JSON lines, JSON in one piece, and what only looks like either.
#include "text/json_form.hpp"

#include "catch.hpp"
#include "text/file_kind.hpp"

namespace clean_article::text {
namespace {

TEST_CASE("a whole object in the first line is JSON lines") {
  for (const char* bytes : {"{\"a\":1}\n", "{\"a\":1}\n{\"b\":2}\n", "{}\n", "{", "{\"a",
                            "{\"a\": \"a long page that is not all here", "\xEF\xBB\xBF{\"a\":1}",
                            "\n\n { \"a\" : 1 } \r\n", "{\"a\":tru\n{\"a\":2}\n"}) {
    CAPTURE(bytes);
    CHECK((json_form(bytes) == JsonForm::kLines) == (std::string_view(bytes) != "{"));
  }
  CHECK(foreign_kind("{\"a\":1}\n") == "a file of JSON lines");
}

TEST_CASE("JSON over several lines and arrays are documents") {
  for (const char* bytes :
       {"{\n  \"a\": 1\n}\n", "{\"a\": 1,\n \"b\": 2}\n", "[{\"a\":1}]", "[\n  {\"a\":1}\n]", "[{}]"}) {
    CAPTURE(bytes);
    CHECK(json_form(bytes) == JsonForm::kDocument);
    CHECK(foreign_kind(bytes) == "a JSON document");
  }
}

TEST_CASE("text with braces and quotation marks is none") {
  for (const char* bytes : {"", "<p>{\"a\":1}", "{{ template }}", "{ He said", "{\"Hello\" she said}",
                            "[1] See below", "[\"Hello\"]", "{\"a\" \"b\"}", "{'a': 1}"}) {
    CAPTURE(bytes);
    CHECK(json_form(bytes) == JsonForm::kNone);
    CHECK(foreign_kind(bytes).empty());
  }
}

}  // namespace
}  // namespace clean_article::text
