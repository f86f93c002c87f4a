// What the program tells about labelled pages besides their text, for tools/evaluate_metadata. Reads lines of
// PATH TAB URL on standard input and writes one JSON object a line, in their order.
#include <cstdio>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "extract/extract.hpp"
#include "html/html.hpp"
#include "metadata/metadata.hpp"
#include "page_files.hpp"
#include "site/site.hpp"
#include "text/text.hpp"

namespace {

using namespace clean_article;
using Json = nlohmann::ordered_json;

Json to_json(const metadata::Metadata& m) {
  Json out = Json::object();
  for (const metadata::FieldRow& row : metadata::field_list()) {
    const std::vector<std::string> values = row.values(m);
    if (values.empty() || row.source(m).empty()) continue;
    Json& field = out[std::string(row.name)];
    field["value"] = row.kind == metadata::FieldKind::kList ? Json(values) : Json(values.front());
    field["source"] = std::string(row.source(m));
  }
  return out;
}

}  // namespace

int main() {
  const auto phrases = site::Phrases::built_in();
  const Limits limits;
  html::Parser parser(limits);
  extract::Extractor extractor(phrases);
  text::Decoder decoder;
  for (std::string line; std::getline(std::cin, line);) {
    const std::size_t tab = line.find('\t');
    const std::string bytes = read_page(line.substr(0, tab));
    const std::string url = tab == std::string::npos ? "" : line.substr(tab + 1);
    Json out = Json::object();
    if (const auto decoded =
            decoder.decode(bytes, {.encoding = "", .content_type = "", .is_html = true}, limits)) {
      const html::Document& document = parser.parse(decoded->utf8);
      const extract::Extraction extraction = extractor.extract(document, extract::page_scorer());
      metadata::Metadata m = metadata::read_metadata(document, extraction, {url, "", {}, {}, {}});
      metadata::complete_from_text(extraction, m);
      out = to_json(m);
    }
    std::puts(out.dump(-1, ' ', false, Json::error_handler_t::replace).c_str());
  }
}
