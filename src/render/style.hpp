// What a user may ask of an output: its format and what is in it. Plain data.
#pragma once

#include <cstdint>
#include <string_view>

namespace clean_article::render {

enum class Format : std::uint8_t { kText, kMarkdown, kHtml, kJson, kJsonLines, kCsv, kXml, kTei };

struct Style {
  Format format = Format::kText;
  bool metadata = false;  // front matter before text and Markdown; the other formats always carry the fields
  bool fields_only = false;  // the fields and no text
  bool title = false;        // as the first line or heading
  bool formatting = false;   // emphasis, in text and XML; Markdown and HTML always show it
  bool links = false;        // likewise
  bool images = false;
  bool tables = true;
  bool blocks = false;  // JSON: every kept block with its kind and place

  // Whether text is written with marks, as Markdown, because the format is that or the style asks for what
  // needs them.
  bool is_marked_up_text() const {
    const bool elements = format == Format::kHtml || format == Format::kXml || format == Format::kTei;
    return !elements && (format == Format::kMarkdown || formatting || links || images);
  }
  bool is_marked_up() const { return format == Format::kMarkdown || format == Format::kHtml; }
  bool shows_formatting() const { return formatting || is_marked_up(); }
  bool shows_links() const { return links || is_marked_up(); }
  // Whether any field of the metadata is needed.
  bool needs_metadata() const {
    return metadata || fields_only || title || (format != Format::kText && format != Format::kMarkdown);
  }
};

// The ending of files of a format: ".md".
std::string_view file_ending(Format format);

}  // namespace clean_article::render
