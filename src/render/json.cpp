// The JSON of fields.hpp. The only place that knows the JSON writer; docs/article.schema.json says what is in
// it.
#include <cmath>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <unordered_map>
#include <vector>

#include "render/fields.hpp"

namespace clean_article::render {

namespace {

using Json = nlohmann::ordered_json;

constexpr int kVersion = 1;  // of the object's shape

void put(Json& out, const char* name, const metadata::Field& field) {
  out[name] = field ? Json(field.value) : Json(nullptr);
}

void put(Json& out, const char* name, const metadata::ListField& field) {
  out[name] = Json(field.values);
}

const char* kind_name(extract::BlockKind kind) {
  switch (kind) {
    case extract::BlockKind::kParagraph:
      return "paragraph";
    case extract::BlockKind::kHeading:
      return "heading";
    case extract::BlockKind::kListItem:
      return "list item";
    case extract::BlockKind::kTerm:
      return "term";
    case extract::BlockKind::kDefinition:
      return "definition";
    case extract::BlockKind::kCell:
      return "cell";
    case extract::BlockKind::kCaption:
      return "caption";
    case extract::BlockKind::kCode:
      return "code";
  }
  return "";
}

// The ways to elements: "html/body[1]/div[2]/p[1]", names with their places among equals.
class Paths {
 public:
  explicit Paths(const html::Document& document) : document_(document), places_(document.nodes().size()) {
    std::unordered_map<std::uint64_t, std::uint32_t> counts;  // of a parent's children with one name
    for (html::NodeId id = 1; id < places_.size(); ++id) {
      constexpr std::uint64_t kTags = 256;
      places_[id] = ++counts[document[id].parent * kTags + static_cast<std::uint64_t>(document[id].tag)];
    }
  }

  // Of what is nested deeper than real pages are, only the innermost steps: "//div[1]/p[1]".
  std::string to(html::NodeId node) const {
    constexpr std::size_t kMostSteps = 64;
    std::vector<std::string> steps;
    for (; node != html::kNoNode && steps.size() < kMostSteps; node = document_[node].parent) {
      std::string& step = steps.emplace_back(document_.name(node));
      if (document_[node].parent != html::kNoNode)
        step.append("[").append(std::to_string(places_[node])).append("]");
    }
    std::string path = node == html::kNoNode ? "" : "/";
    for (std::size_t i = steps.size(); i-- > 0;) {
      if (!path.empty()) path += '/';
      path += steps[i];
    }
    return path;
  }

 private:
  const html::Document& document_;
  std::vector<std::uint32_t> places_;
};

Json blocks_of(const Source& source) {
  Json blocks = Json::array();
  const Paths paths(source.document);
  const extract::Blocks& page = *source.extraction.page;
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    const extract::Verdict& verdict = (*source.extraction.verdicts)[i];
    if (!verdict.kept) continue;
    const extract::Block& block = page.blocks[i];
    Json one = {{"kind", kind_name(block.kind)}};
    if (block.kind == extract::BlockKind::kHeading) one["level"] = block.level;
    one["text"] = std::string(page.text_of(block));
    const auto spans = source.document.spans(page.pieces[block.first_piece].text_node);
    one["offset"] = spans.empty() ? 0 : spans.front().span.begin;
    one["path"] = block.element == extract::kNone ? "" : paths.to(page.elements[block.element].node);
    constexpr double kThousand = 1000;  // three decimals say enough
    one["score"] = std::round(static_cast<double>(verdict.score) * kThousand) / kThousand;
    blocks.push_back(std::move(one));
  }
  return blocks;
}

}  // namespace

std::string to_json(const Source& source, const std::string& text, const Style& style) {
  const metadata::Metadata& m = source.metadata;
  Json out = {{"v", kVersion}};
  metadata::for_each_field(m, [&](const char* name, const auto& field) { put(out, name, field); });
  out["word_count"] = m.word_count;
  out["fingerprint"] = m.fingerprint == 0 ? Json(nullptr) : Json(fingerprint_text(m));
  if (!style.fields_only) out["text"] = text;
  if (style.blocks && !style.fields_only) out["blocks"] = blocks_of(source);
  const int indent = style.format == Format::kJsonLines ? -1 : 2;
  return out.dump(indent, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace clean_article::render
