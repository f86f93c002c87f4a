// The JSON of fields.hpp. The only place that knows the JSON writer; docs/article.schema.json says what is in
// it.
#include <nlohmann/json.hpp>

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

// "html/body/div[2]/p[1]": names with their places among equals, of the block-level element.
std::string path_of(const html::Document& document, html::NodeId node) {
  constexpr std::size_t kMostSteps = 600;
  std::string path;
  for (std::size_t steps = 0; node != html::kNoNode && steps < kMostSteps;
       ++steps, node = document[node].parent) {
    const html::NodeId parent = document[node].parent;
    std::string step = document.name(node);
    if (parent != html::kNoNode) {
      std::size_t place = 1;
      for (html::NodeId sibling = parent + 1; sibling < node; sibling = document[sibling].end)
        if (document[sibling].tag == document[node].tag) ++place;
      step += '[' + std::to_string(place) + ']';
    }
    path = path.empty() ? step : step + '/' + path;
  }
  return path;
}

Json blocks_of(const Source& source) {
  Json blocks = Json::array();
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
    one["path"] =
        block.element == extract::kNone ? "" : path_of(source.document, page.elements[block.element].node);
    constexpr double kThousand = 1000;  // three decimals say enough
    one["score"] =
        static_cast<double>(static_cast<long>(static_cast<double>(verdict.score) * kThousand + 0.5)) /
        kThousand;
    blocks.push_back(std::move(one));
  }
  return blocks;
}

}  // namespace

std::string to_json(const Source& source, const std::string& text, const Style& style) {
  const metadata::Metadata& m = source.metadata;
  Json out = {{"v", kVersion}};
  put(out, "title", m.title);
  put(out, "authors", m.authors);
  put(out, "date", m.date);
  put(out, "modified", m.modified);
  put(out, "sitename", m.sitename);
  put(out, "hostname", m.hostname);
  put(out, "url", m.url);
  put(out, "description", m.description);
  put(out, "language", m.language);
  put(out, "direction", m.direction);
  put(out, "categories", m.categories);
  put(out, "tags", m.tags);
  put(out, "image", m.image);
  put(out, "license", m.license);
  put(out, "page_type", m.page_type);
  out["word_count"] = m.word_count;
  out["fingerprint"] = m.fingerprint == 0 ? Json(nullptr) : Json(fingerprint_text(m));
  if (!style.fields_only) out["text"] = text;
  if (style.blocks && !style.fields_only) out["blocks"] = blocks_of(source);
  const int indent = style.format == Format::kJsonLines ? -1 : 2;
  return out.dump(indent, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace clean_article::render
