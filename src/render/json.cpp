// The JSON of fields.hpp. The only place that knows the JSON writer; docs/article.schema.json says what is in
// it.
#include <cmath>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
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

std::string dumped(const Json& value, int indent) {
  return value.dump(indent, ' ', false, Json::error_handler_t::replace);
}

Json block_of(const ShownBlock& block) {
  Json one = {{"kind", block.kind}};
  if (block.level > 0) one["level"] = block.level;
  one["text"] = block.text;
  if (block.page > 1) one["page"] = block.page;
  one["offset"] = block.offset;
  one["path"] = block.path;
  constexpr double kThousand = 1000;  // three decimals say enough
  one["score"] = std::round(block.score * kThousand) / kThousand;
  return one;
}

// The blocks as the last member of the object, which `out` holds with an empty list. One at a time: a tree of
// JSON takes ten times the memory of its text.
void write_blocks(const std::vector<ShownBlock>& blocks, int indent, std::string& out) {
  if (blocks.empty()) return;
  const std::string_view end = indent < 0 ? "]}" : "]\n}";
  const std::string line = indent < 0 ? "" : "\n" + std::string(2 * static_cast<std::size_t>(indent), ' ');
  out.resize(out.size() - end.size());
  constexpr std::size_t kBytesOfNames = 200;
  std::size_t bytes = out.size();
  for (const ShownBlock& block : blocks) bytes += block.text.size() + block.path.size() + kBytesOfNames;
  out.reserve(bytes);
  for (const ShownBlock& block : blocks) {
    if (&block != &blocks.front()) out += ',';
    out += line;
    for (const char c : dumped(block_of(block), indent)) {
      if (c == '\n') {  // between members: in strings it is "\\n"
        out += line;
      } else {
        out += c;
      }
    }
  }
  if (indent >= 0) out += "\n" + std::string(static_cast<std::size_t>(indent), ' ');
  out += end;
}

}  // namespace

std::string to_json(const metadata::Metadata& m, const std::string& text,
                    const std::vector<ShownBlock>& blocks, const Style& style) {
  Json out = {{"v", kVersion}};
  for (const metadata::FieldRow& row : metadata::field_list()) put(row, m, out);
  if (!style.fields_only) out["text"] = text;
  const bool with_blocks = style.blocks && !style.fields_only;
  if (with_blocks) out["blocks"] = Json::array();
  const int indent = style.format == Format::kJsonLines ? -1 : 2;
  std::string written = dumped(out, indent);
  out = nullptr;
  if (with_blocks) write_blocks(blocks, indent, written);
  written += '\n';
  return written;
}

}  // namespace clean_article::render
