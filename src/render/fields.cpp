#include "render/fields.hpp"

namespace clean_article::render {

namespace {

using metadata::FieldKind;
using metadata::FieldRow;
using metadata::Metadata;

// A YAML string in double quotes: always right, whatever the value begins with.
std::string quoted(std::string_view value) {
  std::string out = "\"";
  for (const char c : value) {
    if (c == '"' || c == '\\') out += '\\';
    out += c == '\n' || c == '\t' ? ' ' : c;
  }
  return out += '"';
}

void put(const FieldRow& row, const Metadata& m, std::string& out) {
  const std::vector<std::string> values = row.values(m);
  if (values.empty()) return;
  out.append(row.name).append(":");
  if (row.kind == FieldKind::kNumber || row.kind == FieldKind::kShare) {
    out.append(" ").append(values.front()).append("\n");
  } else if (row.kind == FieldKind::kList) {
    out += "\n";
    for (const std::string& value : values) out.append("  - ").append(quoted(value)).append("\n");
  } else {
    out.append(" ").append(quoted(values.front())).append("\n");
  }
}

std::string csv_field(std::string_view value) {
  if (value.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(value);
  std::string out = "\"";
  for (const char c : value) {
    if (c == '"') out += '"';
    out += c;
  }
  return out += '"';
}

// A record of all fields, those first that say which page it is, and the text.
template <typename Value>
std::string record(const Value& value_of, std::string_view text) {
  std::string out;
  for (const bool names_page : {true, false})
    for (const FieldRow& row : metadata::field_list())
      if (row.names_page == names_page) out.append(csv_field(value_of(row))).append(",");
  return out.append(csv_field(text)).append("\r\n");
}

}  // namespace

std::string to_front_matter(const Metadata& m) {
  std::string out = "---\n";
  for (const FieldRow& row : metadata::field_list()) put(row, m, out);
  return out + "---\n";
}

std::string csv_header() {
  return record([](const FieldRow& row) { return std::string(row.name); }, "text");
}

std::string to_csv(const Metadata& m, const std::string& text) {
  return record([&](const FieldRow& row) { return row.text(m); }, text);
}

}  // namespace clean_article::render
