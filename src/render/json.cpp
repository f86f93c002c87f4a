// The JSON of fields.hpp. The only place that knows the JSON writer; docs/article.schema.json says what is in
// it.
#include <cmath>
#include <nlohmann/json.hpp>
#include <vector>

#include "render/fields.hpp"

namespace clean_article::render {

namespace {

using Json = nlohmann::ordered_json;

constexpr int kVersion = 1;  // of the object's shape

void put(const metadata::FieldRow& row, const metadata::Metadata& m, Json& out) {
  const std::vector<std::string> values = row.values(m);
  Json& value = out[std::string(row.name)];
  if (row.kind == metadata::FieldKind::kList)
    value = values;
  else if (row.kind == metadata::FieldKind::kNumber)
    value = std::stoull(values.front());
  else if (row.kind == metadata::FieldKind::kShare)
    value = values.empty() ? Json(nullptr) : Json::parse(values.front());
  else
    value = values.empty() ? Json(nullptr) : Json(values.front());
}

Json blocks_of(const std::vector<ShownBlock>& shown) {
  Json blocks = Json::array();
  for (const ShownBlock& block : shown) {
    Json one = {{"kind", block.kind}};
    if (block.level > 0) one["level"] = block.level;
    one["text"] = block.text;
    if (block.page > 1) one["page"] = block.page;
    one["offset"] = block.offset;
    one["path"] = block.path;
    constexpr double kThousand = 1000;  // three decimals say enough
    one["score"] = std::round(block.score * kThousand) / kThousand;
    blocks.push_back(std::move(one));
  }
  return blocks;
}

}  // namespace

std::string to_json(const metadata::Metadata& m, const std::string& text,
                    const std::vector<ShownBlock>& blocks, const Style& style) {
  Json out = {{"v", kVersion}};
  for (const metadata::FieldRow& row : metadata::field_list()) put(row, m, out);
  if (!style.fields_only) out["text"] = text;
  if (style.blocks && !style.fields_only) out["blocks"] = blocks_of(blocks);
  const int indent = style.format == Format::kJsonLines ? -1 : 2;
  return out.dump(indent, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace clean_article::render
