// JSON is read strictly, and values keep their bytes.
#include "records/json.hpp"

#include "catch.hpp"

namespace clean_article::records {
namespace {

TEST_CASE("members keep the bytes of their values") {
  const auto members = json_members(R"( {"a" : 1.00, "b":{"c":[1, 2,{}]}, "d\u0065":"x\"y", "e":null} )");
  REQUIRE(members);
  REQUIRE(members->size() == 4);
  CHECK((*members)[0].name == "\"a\"");
  CHECK((*members)[0].value == "1.00");
  CHECK((*members)[1].value == R"({"c":[1, 2,{}]})");
  CHECK((*members)[2].value == R"("x\"y")");
  CHECK((*members)[3].value == "null");
  CHECK(json_members("{}")->empty());
}

TEST_CASE("what is no JSON is no object") {
  for (const char* text :
       {"", "[]", "1", "{", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{\"a\":01}", "{\"a\":1}x", "{\"a\":tru}",
        "{\"a\":\"\t\"}", "{\"a\":\"\\x\"}", "{\"a\":\"\\u12g4\"}", "{a:1}", "{\"a\":1.}", "{\"a\":+1}",
        "{\"a\":[1 2]}", "{\"a\":\"plain and long, and never ended", "{'a':1}"}) {
    CAPTURE(text);
    CHECK_FALSE(json_members(text));
  }
  CHECK_FALSE(json_members(std::string("{\"a\":\"\0\"}", 9)));
  CHECK_FALSE(json_members("{\"a\":" + std::string(100'000, '[')));
}

TEST_CASE("numbers of any size are numbers") {
  for (const char* number : {"0", "-0", "123456789012345678901234567890", "1e999", "-1.5E-7"})
    CHECK(json_members(std::string("{\"n\":").append(number).append("}"))->front().value == number);
}

TEST_CASE("strings mean what their escapes say") {
  CHECK(json_string(R"("a\n\t\"\\\/\b\f\r")") == "a\n\t\"\\/\b\f\r");
  CHECK(json_string(R"("\u00e9\u20AC\ud83d\ude00")") == "é€😀");
  CHECK(json_string(R"("\ud83dx")") == "\xEF\xBF\xBDx");
  CHECK(json_string(R"("\ude00\ud83d\u0041")") ==
        "\xEF\xBF\xBD\xEF\xBF\xBD"
        "A");
  CHECK_FALSE(json_string("12"));
}

TEST_CASE("what is written is read again") {
  std::string all;
  for (int c = 0; c < 128; ++c) all += static_cast<char>(c);
  all += "é€😀";
  std::string written;
  append_json_string(all, written);
  CHECK(json_string(written) == all);
  CHECK(json_members("{\"a\":" + written + "}"));
}

TEST_CASE("an escape is undone wherever it stands") {
  for (const auto& [escape, meaning] : {std::pair<std::string, std::string>{"\\n", "\n"},
                                        {"\\\"", "\""},
                                        {"\\u00e9", "é"},
                                        {"\\ud83c\\udf5e", "🍞"},
                                        {"\\\\", "\\"},
                                        {"\\n\\t", "\n\t"}}) {
    for (std::size_t before = 0; before < 70; ++before) {
      for (const std::size_t behind : {0, 1, 15, 16, 17, 35, 63, 64, 65, 90, 160}) {
        const std::string plain(before, 'x');
        const std::string rest(behind, '\xC3');  // bytes above ASCII are as plain as others
        const std::string quoted = '"' + plain + escape + rest + '"';
        REQUIRE(json_string(quoted) == plain + meaning + rest);
        const std::string object = "{\"a\":" + quoted + "}";
        const auto members = json_members(object);
        REQUIRE(members);
        REQUIRE(members->front().value == quoted);
      }
    }
  }
}

TEST_CASE("an escape that may not be is none, and neither is a string with one that is cut short") {
  for (int c = 0; c < 256; ++c) {
    CAPTURE(c);
    const bool is_escape =
        std::string_view("\"\\/bfnrt").find(static_cast<char>(c)) != std::string_view::npos;
    CHECK(json_members(std::string("{\"a\":\"\\") + static_cast<char>(c) + "\"}").has_value() ==
          (is_escape && c != 0));
  }
  CHECK_FALSE(json_string("\"a\\u12\""));
  CHECK(json_string("\"\\ud83d\"") == "\xEF\xBF\xBD");
  CHECK_FALSE(json_string("\"\\ud83d\\u00\""));
  CHECK_FALSE(json_string("\"a\" "));
  CHECK_FALSE(json_string("\"a"));
  CHECK_FALSE(json_string(""));
}

TEST_CASE("a string that is wanted is undone while its object is read") {
  std::string meaning;
  const auto read = [&](std::string_view text, std::string_view wanted) {
    meaning.clear();
    return json_members(
        text, [&](std::string_view name) { return wanted.find(name) != std::string_view::npos; }, meaning);
  };
  REQUIRE(read(R"({"a":"1\n","b":"2\u00e9","c":"3"})", R"("b")"));
  CHECK(meaning == "2é");
  CHECK(read(R"({"a":"1\n","b":"2\u00e9"})", R"("b")")->back().value == R"("2\u00e9")");
  // The last one stays, also where it is the shorter.
  REQUIRE(read(R"({"a":"long before","b":"2"})", R"("a""b")"));
  CHECK(meaning == "2");
  // Members of members are nobody's, and what is no string means none.
  REQUIRE(read(R"({"c":{"a":"1"},"a":[2]})", R"("a")"));
  CHECK(meaning.empty());
  CHECK_FALSE(read(R"({"a":"1\x"})", R"("a")"));
  CHECK_FALSE(read(R"({"a":"1)", R"("a")"));
  CHECK_FALSE(read(std::string("{\"a\":\"") + std::string(200, 'x') + "\n\"}", R"("a")"));
}

TEST_CASE("a string is no string for a control character, wherever it stands") {
  for (std::size_t before = 0; before < 200; ++before) {
    const std::string plain(before, 'x');
    for (const char control : {'\0', '\n', '\x1F'}) {
      CHECK_FALSE(json_string('"' + plain + control + std::string(100, 'y') + '"'));
      CHECK_FALSE(json_members("{\"a\":\"" + plain + control + "\"}"));
    }
    CHECK(json_string('"' + plain + "\x7F\"") == plain + "\x7F");
  }
}

}  // namespace
}  // namespace clean_article::records
