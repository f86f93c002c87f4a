#include "text/references.hpp"

#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>

#include "catch.hpp"
#include "corpora.hpp"

namespace clean_article::text {
namespace {

std::string in_text(std::string_view raw) {
  std::string out;
  append_decoding_references(raw, ReferenceContext::kText, out);
  return out;
}

std::string in_attribute(std::string_view raw) {
  std::string out;
  append_decoding_references(raw, ReferenceContext::kAttribute, out);
  return out;
}

TEST_CASE("references in text") {
  const auto [raw, wanted] = GENERATE(table<std::string, std::string>({
      {"", ""},
      {"no reference", "no reference"},
      {"a &amp; b", "a & b"},
      {"a & b &", "a & b &"},
      {"&&amp;&amp", "&&&"},
      {"&amp;lt;", "&lt;"},
      {"&AMP;&LT&gt", "&<>"},
      {"&notit;", "\u00ACit;"},
      {"&notin;", "\u2209"},
      {"&hellip", "&hellip"},
      {"&unknown;", "&unknown;"},
      {"&CounterClockwiseContourIntegral;", "\u2233"},
      {"&CounterClockwiseContourIntegrall;", "&CounterClockwiseContourIntegrall;"},
      {"&NotEqualTilde;", "\u2242\u0338"},
      {"&bne;", "=\u20E5"},
      {"&nbsp;&nbspx", "\u00A0\u00A0x"},
      {"&#65;&#65&#x41;&#X41;&#x41g", "AAAAAg"},
      {"&#8217;&#x1F600;", "\u2019\U0001F600"},
      {"&#;&#x;&#xg&#", "&#;&#x;&#xg&#"},
      {"&#128;&#x92;&#153", "\u20AC\u2019\u2122"},
      {"&#129;", "\u0081"},
      {"&#0;&#xD800;&#1114112;&#99999999999999999999;", "\uFFFD\uFFFD\uFFFD\uFFFD"},
      {"&#13;", "\r"},
      {"&#27;", "\x1B"},
  }));
  CAPTURE(raw);
  CHECK(in_text(raw) == wanted);
}

TEST_CASE("in attributes a reference without its semicolon counts less") {
  CHECK(in_attribute("?a=1&copy=2") == "?a=1&copy=2");
  CHECK(in_attribute("?a=1&copyright") == "?a=1&copyright");
  CHECK(in_attribute("?a=1&copy2") == "?a=1&copy2");
  CHECK(in_attribute("&copy &copy;=") == "\u00A9 \u00A9=");
  CHECK(in_attribute("&copy") == "\u00A9");
  CHECK(in_attribute("&#65=&noti;") == "A=&noti;");
}

TEST_CASE("decode_reference says how much it took") {
  std::string out;
  CHECK(decode_reference("&amp;x", ReferenceContext::kText, out) == 5);
  CHECK(decode_reference("&ampx", ReferenceContext::kText, out) == 4);
  CHECK(decode_reference("&#x41;x", ReferenceContext::kText, out) == 6);
  CHECK(decode_reference("&x", ReferenceContext::kText, out) == 0);
  CHECK(decode_reference("&", ReferenceContext::kText, out) == 0);
  CHECK(out == "&&A");
}

// What a case of the html5lib tokenizer tests is about: its text, or the value of its attribute.
std::pair<std::string, bool> subject(const nlohmann::json& one) {
  std::string input = one.at("input");
  const std::size_t quote = input.find("=\"");
  if (!input.starts_with("<h a") || quote == std::string::npos) return {input, false};
  return {input.substr(quote + 2, input.rfind('"') - quote - 2), true};
}

TEST_CASE("html5lib: every reference") {
  const auto folder = test::find_in_corpora("html5lib-tests/tokenizer");
  if (!folder) return;
  int compared = 0;
  for (const char* name : {"entities.test", "namedEntities.test", "numericEntities.test"}) {
    std::ifstream file(*folder / name);
    const auto cases = nlohmann::json::parse(file);
    for (const auto& one : cases.at("tests")) {
      const auto& output = one.at("output");
      const auto [input, is_attribute] = subject(one);
      // Markup other than one plain attribute is not for this floor.
      if (output.size() != 1 || (!is_attribute && input.find('<') != std::string::npos)) continue;
      const std::string wanted = is_attribute ? output[0][2]["a"] : output[0][1];
      CAPTURE(input);
      CHECK((is_attribute ? in_attribute(input) : in_text(input)) == wanted);
      ++compared;
    }
  }
  CHECK(compared > 4000);
}

}  // namespace
}  // namespace clean_article::text
