#include "extract/structured/json_text.hpp"

#include <vector>

#include "catch.hpp"

using namespace clean_article::extract;

namespace {

std::vector<std::string> values(std::string_view json, std::string_view key) {
  std::vector<std::string> found;
  const std::string_view keys[] = {key};
  for_each_json_string(json, keys,
                       [&](std::size_t, std::string_view raw) { found.push_back(decode_json_string(raw)); });
  return found;
}

}  // namespace

TEST_CASE("Values are found by key in sound and in broken JSON") {
  using Found = std::vector<std::string>;
  CHECK(values(R"({"@type":"NewsArticle","a":{"@type" : ["Person","X"]}})", "@type") ==
        Found{"NewsArticle", "Person", "X"});
  CHECK(values(R"({"x":1,,"articleBody":"He said \"no\".\nThen",})", "articleBody") ==
        Found{"He said \"no\".\nThen"});
  CHECK(values("{\"k\":\"raw\nline\"", "k") == Found{"raw\nline"});
  CHECK(values(R"({"k":3,"k":null})", "k").empty());
  CHECK(values(R"({"k":"never closed)", "k") == Found{"never closed"});
  CHECK(values(R"({"k")", "k").empty());
  CHECK(values(R"({"k":["a" , "b",{"k":"c"}]})", "k") == Found{"a", "b", "c"});
  CHECK(values(R"({"k":["a)", "k") == Found{"a"});
}

TEST_CASE("Values of several keys are found in one walk, each as if it were asked for alone") {
  const std::string_view json =
      R"({"a":"1","b":["2","a"],"a":{"b":"3","ab":"4"},"b":"a\":\"5","a":"b":"6","a" : "b", "b":"never})";
  const std::string_view keys[] = {"a", "b", "ab", ""};
  std::vector<std::vector<std::string>> found(std::size(keys));
  for_each_json_string(
      json, keys, [&](std::size_t k, std::string_view raw) { found[k].push_back(decode_json_string(raw)); });
  for (std::size_t k = 0; k < std::size(keys); ++k) CHECK(found[k] == values(json, keys[k]));
  CHECK(found[0] == std::vector<std::string>{"1", "b", "b"});
  CHECK(found[1] == std::vector<std::string>{"2", "a", "3", R"(a":"5)", "6", "never}"});
  CHECK(found[2] == std::vector<std::string>{"4"});
}

TEST_CASE("Escapes are decoded, broken ones left out") {
  CHECK(decode_json_string(R"(a\u00e9\/\\b)") == "aé/\\b");
  CHECK(decode_json_string(R"(\ud83d\ude00)") == "😀");
  CHECK(decode_json_string(R"(\ud83d alone)") == " alone");
  CHECK(decode_json_string(R"(\u12)") == "12");
  CHECK(decode_json_string("end\\") == "end\\");
}
