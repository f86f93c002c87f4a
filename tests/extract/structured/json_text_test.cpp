#include "extract/structured/json_text.hpp"

#include <vector>

#include "catch.hpp"

using namespace clean_article::extract;

namespace {

std::vector<std::string> values(std::string_view json, std::string_view key) {
  std::vector<std::string> found;
  for_each_json_string(json, key, [&](std::string_view raw) { found.push_back(decode_json_string(raw)); });
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

TEST_CASE("Escapes are decoded, broken ones left out") {
  CHECK(decode_json_string(R"(a\u00e9\/\\b)") == "aé/\\b");
  CHECK(decode_json_string(R"(\ud83d\ude00)") == "😀");
  CHECK(decode_json_string(R"(\ud83d alone)") == " alone");
  CHECK(decode_json_string(R"(\u12)") == "12");
  CHECK(decode_json_string("end\\") == "end\\");
}
