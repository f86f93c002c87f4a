#include "render/formats.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "render/fields.hpp"
#include "render/markdown.hpp"
#include "render/markup.hpp"

namespace clean_article::render {

namespace {

using metadata::Metadata;

// The article's text in the lines of a text format or of a field.
std::string text_of(const Content& content, const Style& style) {
  return style.is_marked_up_text() ? to_markdown(content.parts, content.pages == 1) : content.text;
}

std::string write_text(const Content& content, const Metadata& m, const Style& style) {
  if (style.fields_only) return to_front_matter(m);
  return style.metadata ? to_front_matter(m) + "\n" + text_of(content, style) : text_of(content, style);
}

std::string write_html(const Content& content, const Metadata& m, const Style&) {
  return to_html(m, content.parts);
}

std::string write_json(const Content& content, const Metadata& m, const Style& style) {
  return to_json(m, text_of(content, style), content.blocks, style);
}

std::string write_csv(const Content& content, const Metadata& m, const Style& style) {
  return to_csv(m, text_of(content, style));
}

std::string write_xml(const Content& content, const Metadata& m, const Style&) {
  return to_xml(m, content.parts);
}

std::string write_tei(const Content& content, const Metadata& m, const Style&) {
  return to_tei(m, content.parts);
}

Frame json_array() {
  return {.head = "[\n", .between = ",\n", .tail = "\n]\n"};
}

Frame csv_table() {
  return {.head = csv_header(), .heads_files = true};
}

constexpr bool kAlwaysFields = true;
constexpr bool kFieldsOnRequest = false;
constexpr bool kAlwaysMarks = true;
constexpr bool kMarksOnRequest = false;
constexpr bool kBlocks = true;
constexpr bool kNoBlocks = false;

// clang-format off
constexpr auto kFormats = std::to_array<FormatRow>({
    {Format::kText, "txt", "text", "", ".txt", "plain text",
     TextForm::kLines, kFieldsOnRequest, kMarksOnRequest, kNoBlocks, Stream::kNamed, nullptr, write_text},
    {Format::kMarkdown, "markdown", "md", "markdown", ".md", "CommonMark with tables and footnotes",
     TextForm::kMarkdown, kFieldsOnRequest, kAlwaysMarks, kNoBlocks, Stream::kNamed, nullptr, write_text},
    {Format::kHtml, "html", "", "html", ".html", "a small, safe page of its own",
     TextForm::kElements, kAlwaysFields, kAlwaysMarks, kNoBlocks, Stream::kDocuments, nullptr, write_html},
    {Format::kJson, "json", "", "json", ".json", "an object with the text and all metadata; several pages as one array",
     TextForm::kLines, kAlwaysFields, kMarksOnRequest, kBlocks, Stream::kFramed, json_array, write_json},
    {Format::kJsonLines, "jsonl", "", "jsonl", ".jsonl", "the same on one line a page: for many pages",
     TextForm::kLines, kAlwaysFields, kMarksOnRequest, kBlocks, Stream::kDocuments, nullptr, write_json},
    {Format::kCsv, "csv", "", "csv", ".csv", "a line of names, then a record a page",
     TextForm::kLines, kAlwaysFields, kMarksOnRequest, kNoBlocks, Stream::kFramed, csv_table, write_csv},
    {Format::kXml, "xml", "", "xml", ".xml", "a <doc> with the metadata as its attributes",
     TextForm::kElements, kAlwaysFields, kMarksOnRequest, kNoBlocks, Stream::kDocuments, nullptr, write_xml},
    {Format::kTei, "tei", "xmltei", "xmltei", ".xml", "TEI P5",
     TextForm::kElements, kAlwaysFields, kMarksOnRequest, kNoBlocks, Stream::kDocuments, nullptr, write_tei},
});
// clang-format on

}  // namespace

std::span<const FormatRow> formats() {
  return kFormats;
}

const FormatRow& row_of(Format format) {
  return *std::find_if(kFormats.begin(), kFormats.end(),
                       [&](const FormatRow& row) { return row.format == format; });
}

const FormatRow* find_format(std::string_view name) {
  for (const FormatRow& row : kFormats)
    if (!name.empty() && (name == row.name || name == row.other_name)) return &row;
  return nullptr;
}

std::string names_of_formats(bool (*wanted)(const FormatRow&)) {
  std::vector<std::string_view> names;
  for (const FormatRow& row : kFormats)
    if (wanted(row)) names.push_back(row.name);
  std::string out;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) out += i + 1 == names.size() ? " or " : ", ";
    out += names[i];
  }
  return out;
}

bool Style::is_marked_up_text() const {
  const TextForm form = row_of(format).text;
  return form == TextForm::kMarkdown || (form == TextForm::kLines && (formatting || links || images));
}

bool Style::shows_formatting() const {
  return formatting || row_of(format).always_shows_marks;
}

bool Style::shows_links() const {
  return links || row_of(format).always_shows_marks;
}

bool Style::needs_metadata() const {
  return metadata || fields_only || title || row_of(format).always_has_fields;
}

std::string to_format(const Content& content, const Metadata& metadata, const Style& style) {
  return row_of(style.format).write(content, metadata, style);
}

}  // namespace clean_article::render
