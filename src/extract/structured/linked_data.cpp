#include "extract/structured/linked_data.hpp"

#include "text/text.hpp"

namespace clean_article::extract {

namespace {

bool holds_linked_data(const html::Document& document, html::NodeId script) {
  bool yes = false;
  document.visit_attributes(script, [&](const html::Attribute& a) {
    yes = yes || (text::equal_ignoring_ascii_case(a.name, "type") &&
                  a.raw_value.find("ld+json") != std::string_view::npos);
  });
  return yes;
}

}  // namespace

void LinkedDataReader::read_script(const html::Document& document, html::NodeId script) {
  if (!holds_linked_data(document, script)) return;
  if (data_ == nullptr) data_ = std::make_shared<LinkedData>();
  if (data_->scripts_.size() >= kMostJsonScripts) return;
  std::string json;
  for (html::NodeId id = script + 1; id < document[script].end; ++id)
    if (document[id].tag == html::Tag::kText) document.append_text(id, json);
  // Some publishing systems escape the script as if it were text.
  if (json.find('"') == std::string::npos && json.find("&quot;") != std::string::npos) {
    std::string plain;
    text::append_decoding_references(json, text::ReferenceContext::kText, plain);
    json = std::move(plain);
  }
  data_->scripts_.emplace_back(std::move(json));
}

}  // namespace clean_article::extract
