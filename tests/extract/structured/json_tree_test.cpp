#include "extract/structured/json_tree.hpp"

#include "catch.hpp"

using clean_article::extract::JsonKind;
using clean_article::extract::JsonTree;

namespace {

std::string member_text(const std::string& json, const std::string& key) {
  const JsonTree tree(json);
  if (tree.values().empty()) return "(nothing)";
  const JsonTree::Id id = tree.member(0, key);
  return id == JsonTree::kNone ? "(none)" : tree.text(id);
}

}  // namespace

TEST_CASE("Sound JSON is read as it is") {
  const std::string json = R"({"a": "x\u00e9\n", "b": [1, {"c": true}], "d": null, "e": "last"})";
  const JsonTree tree(json);
  CHECK(tree.text(tree.member(0, "a")) == "xé\n");
  const JsonTree::Id b = tree.member(0, "b");
  REQUIRE(tree[b].kind == JsonKind::kArray);
  int children = 0;
  tree.for_each_child(b, [&](JsonTree::Id) { ++children; });
  CHECK(children == 2);
  CHECK(tree.member(0, "d") == JsonTree::kNone);
  CHECK(tree.text(tree.member(0, "e")) == "last");
}

TEST_CASE("Broken JSON is read as far as it goes") {
  CHECK(member_text(R"(<!-- {"a": "x", /* old */ "b": "y",} -->)", "b") == "y");
  CHECK(member_text("// note\n{\"a\": \"x\", // why\n \"b\": \"y\"}", "b") == "y");
  CHECK(member_text("//<![CDATA[\n{\"a\": \"x\"}\n//]]>", "a") == "x");
  CHECK(member_text("{\"a\": \"two\nlines\", \"b\": \"y\"}", "a") == "two\nlines");
  CHECK(member_text("{\"a\": \"x\" \"b\": \"y\"}", "b") == "y");
  CHECK(member_text("{\"a\": \"x\", \"b\": \"y", "b") == "y");
  CHECK(member_text(R"({"a": "He said "no" and left", "b": "y"})", "b") == "y");
  CHECK(member_text(R"({a: 1, b: "y"})", "b") == "y");
  CHECK(member_text("no JSON at all", "a") == "(nothing)");
}

TEST_CASE("Character references in strings are decoded, even twice") {
  CHECK(member_text(R"({"a": "Salt &amp;amp; Pepper"})", "a") == "Salt & Pepper");
}

TEST_CASE("Depth and size of JSON are bounded") {
  const JsonTree deep(std::string(1'000'000, '['));
  CHECK(deep.values().size() <= 100);
  std::string wide = "[";
  for (int i = 0; i < 300'000; ++i) wide += "1,";
  CHECK(JsonTree(wide).values().size() <= 100'000);
}
