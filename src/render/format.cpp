// Which writer makes which format.
#include "render/fields.hpp"
#include "render/markdown.hpp"
#include "render/markup.hpp"
#include "render/render.hpp"

namespace clean_article::render {

namespace {

// Text in the simplest way that shows what the style asks for.
std::string text_of(const Source& source, const Style& style) {
  const bool marked = style.formatting || style.links || style.images || style.format == Format::kMarkdown;
  if (marked) return to_markdown(parts_of(source, style));
  return to_text(source.extraction, style.title ? source.metadata.title.value : "", style.tables);
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

std::string to_format(const Source& source, const Style& style) {
  switch (style.format) {
    case Format::kText:
    case Format::kMarkdown: {
      if (style.fields_only) return to_front_matter(source.metadata);
      const std::string text = text_of(source, style);
      return style.metadata ? to_front_matter(source.metadata) + "\n" + text : text;
    }
    case Format::kHtml:
      return to_html(source, parts_of(source, style));
    case Format::kJson:
    case Format::kJsonLines:
      return to_json(source, style.fields_only ? "" : text_of(source, style), style);
    case Format::kCsv:
      return to_csv(source.metadata, style.fields_only ? "" : text_of(source, style));
    case Format::kXml:
      return to_xml(source, style.fields_only ? std::vector<Part>() : parts_of(source, style));
    case Format::kTei:
      return to_tei(source, style.fields_only ? std::vector<Part>() : parts_of(source, style));
  }
  return "";
}

}  // namespace clean_article::render
