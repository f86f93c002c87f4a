// What a user may ask of an output: its format and what is in it. Plain data.
#pragma once

#include <cstdint>

namespace clean_article::render {

// A new format is a name here and a row of formats.cpp.
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
  bool is_marked_up_text() const;
  bool shows_formatting() const;
  bool shows_links() const;
  // Whether any field of the metadata is needed.
  bool needs_metadata() const;
};

}  // namespace clean_article::render
