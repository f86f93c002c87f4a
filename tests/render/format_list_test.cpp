// All formats carry all fields of the list, and docs/article.schema.json says the same as the list.
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "catch.hpp"
#include "render/fields.hpp"
#include "rendered_page.hpp"

namespace clean_article::render {
namespace {

using metadata::FieldKind;
using metadata::FieldRow;
using nlohmann::ordered_json;

// Every field of it holds its own name.
metadata::Metadata full_metadata() {
  metadata::Metadata m;
  for (const FieldRow& row : metadata::field_list()) {
    const std::string value(row.kind == FieldKind::kShare ? "0.75" : row.name);
    if (const auto* field = std::get_if<metadata::Field metadata::Metadata::*>(&row.member))
      (m.**field).value = value;
    else if (const auto* list = std::get_if<metadata::ListField metadata::Metadata::*>(&row.member))
      (m.**list).values = {value + " 1", value + " 2"};
    else
      m.*std::get<std::uint64_t metadata::Metadata::*>(row.member) = 7;
  }
  m.url.value = "https://example.org/url";
  return m;
}

std::string written(Format format) {
  Style style;
  style.format = format;
  style.metadata = true;
  return rendered_as("<p>text</p>", style, full_metadata());
}

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

TEST_CASE("every format carries every field that its row gives it a place for") {
  const metadata::Metadata m = full_metadata();
  const auto json = nlohmann::json::parse(written(Format::kJson));
  for (const FieldRow& row : metadata::field_list()) {
    const std::string name(row.name);
    CAPTURE(name);
    CHECK(json.contains(name));
    CHECK(holds(written(Format::kText), "\n" + name + ":"));
    CHECK(holds(csv_header(), name + ","));
    CHECK(holds(written(Format::kCsv), row.text(m)));
    CHECK(holds(written(Format::kXml), " " + std::string(row.xml) + "=\"" + row.text(m) + "\""));
    for (const std::string& value : row.values(m)) {
      if (row.html.in != metadata::HtmlPlace::In::kNowhere) CHECK(holds(written(Format::kHtml), value));
      if (row.tei != metadata::TeiPlace::kNowhere && row.tei != metadata::TeiPlace::kHost)
        CHECK(holds(written(Format::kTei), value));
    }
  }
}

// What the schema says of a field, by the list.
ordered_json schema_of(const FieldRow& row) {
  switch (row.kind) {
    case FieldKind::kText:
      return {{"$ref", "#/$defs/text"}};
    case FieldKind::kList:
      return {{"$ref", "#/$defs/list"}};
    case FieldKind::kDate:
      return {{"$ref", "#/$defs/date"}};
    case FieldKind::kDirection:
      return {{"enum", {"ltr", "rtl", nullptr}}};
    case FieldKind::kNumber:
      return {{"type", "integer"}, {"minimum", 0}};
    case FieldKind::kFingerprint:
      return {{"type", {"string", "null"}}, {"pattern", "^[0-9a-f]{16}$"}};
    case FieldKind::kShare:
      return {{"type", {"number", "null"}}, {"minimum", 0}, {"maximum", 1}};
  }
  return {};
}

TEST_CASE("the schema of JSON has the fields of the list, in its words") {
  std::ifstream in(std::string(CLEAN_ARTICLE_SOURCE_DIR) + "/docs/article.schema.json");
  const ordered_json schema = ordered_json::parse(in);
  std::vector<std::string> names = {"v"};
  for (const FieldRow& row : metadata::field_list()) {
    const std::string name(row.name);
    CAPTURE(name);
    names.push_back(name);
    ordered_json wanted = schema_of(row);
    wanted["description"] = row.meaning;
    REQUIRE(schema["properties"].contains(name));
    CHECK(schema["properties"][name] == wanted);
  }
  CHECK(schema["required"] == ordered_json(names));
  std::vector<std::string> properties;
  for (const auto& [name, property] : schema["properties"].items()) properties.push_back(name);
  names.insert(names.end(), {"text", "blocks"});
  CHECK(properties == names);
}

TEST_CASE("a format is found by each of its names, and no two share one") {
  std::set<std::string_view> names;
  for (const FormatRow& row : formats()) {
    CAPTURE(row.name);
    CHECK(&row == &row_of(row.format));
    CHECK(&row == find_format(row.name));
    CHECK(names.insert(row.name).second);
    if (!row.other_name.empty()) {
      CHECK(&row == find_format(row.other_name));
      CHECK(names.insert(row.other_name).second);
    }
    CHECK((row.stream == Stream::kFramed) == (row.frame != nullptr));
  }
  CHECK(find_format("") == nullptr);
  CHECK(find_format("doc") == nullptr);
}

}  // namespace
}  // namespace clean_article::render
