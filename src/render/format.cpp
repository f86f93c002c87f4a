// Which writer makes which format, and what it needs for that.
#include <iterator>

#include "render/blocks.hpp"
#include "render/fields.hpp"
#include "render/markdown.hpp"
#include "render/markup.hpp"
#include "render/render.hpp"

namespace clean_article::render {

namespace {

bool is_plain_text(const Style& style) {
  const bool elements =
      style.format == Format::kHtml || style.format == Format::kXml || style.format == Format::kTei;
  return !elements && !style.is_marked_up_text();
}

}  // namespace

std::string_view file_ending(Format format) {
  switch (format) {
    case Format::kText:
      return ".txt";
    case Format::kMarkdown:
      return ".md";
    case Format::kHtml:
      return ".html";
    case Format::kJson:
      return ".json";
    case Format::kJsonLines:
      return ".jsonl";
    case Format::kCsv:
      return ".csv";
    case Format::kXml:
    case Format::kTei:
      return ".xml";
  }
  return ".txt";
}

Content read_content(const Source& source, const Style& style) {
  Content content;
  if (style.fields_only) return content;
  if (is_plain_text(style))
    content.text = to_text(source.extraction, style.title ? source.metadata.title.value : "", style.tables);
  else
    content.parts = parts_of(source, style);
  if (style.blocks) content.blocks = shown_blocks(source);
  return content;
}

std::size_t Content::bytes() const {
  std::size_t bytes = text.size();
  for (const Part& part : parts)
    for (const Run& run : part.runs) bytes += run.text.size();
  return bytes;
}

void Content::append(Content next) {
  // A blank line, as between any two paragraphs.
  if (!text.empty() && !next.text.empty()) text += '\n';
  text += next.text;
  parts.insert(parts.end(), std::make_move_iterator(next.parts.begin()),
               std::make_move_iterator(next.parts.end()));
  for (ShownBlock& block : next.blocks) {
    block.page += pages;
    blocks.push_back(std::move(block));
  }
  pages += next.pages;
}

std::string to_format(const Content& content, const metadata::Metadata& metadata, const Style& style) {
  const auto text = [&] {
    return style.is_marked_up_text() ? to_markdown(content.parts, content.pages == 1) : content.text;
  };
  switch (style.format) {
    case Format::kText:
    case Format::kMarkdown:
      if (style.fields_only) return to_front_matter(metadata);
      return style.metadata ? to_front_matter(metadata) + "\n" + text() : text();
    case Format::kHtml:
      return to_html(metadata, content.parts);
    case Format::kJson:
    case Format::kJsonLines:
      return to_json(metadata, text(), content.blocks, style);
    case Format::kCsv:
      return to_csv(metadata, text());
    case Format::kXml:
      return to_xml(metadata, content.parts);
    case Format::kTei:
      return to_tei(metadata, content.parts);
  }
  return "";
}

}  // namespace clean_article::render
