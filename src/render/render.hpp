// The door of the render floor: kept blocks and metadata to the bytes a user reads.
#pragma once

#include <string>
#include <string_view>

#include "extract/extract.hpp"
#include "html/html.hpp"
#include "metadata/metadata.hpp"
#include "render/content.hpp"  // IWYU pragma: export
#include "render/formats.hpp"  // IWYU pragma: export
#include "render/style.hpp"    // IWYU pragma: export

namespace clean_article::render {

// Everything a writer may show of one article. Views.
struct Source {
  const html::Document& document;  // that the blocks were made from
  const extract::Extraction& extraction;
  const metadata::Metadata& metadata;  // empty fields where none were asked for
  std::string_view url;                // the page's address, "" when unknown: links are made absolute by it
};

// Plain text: a blank line between blocks; list items as "- item" ("2. item" in ordered lists) and table rows
// as "a | b" on consecutive lines; one final newline. Empty when nothing was kept. A `title` stands above
// it; a first block that says the same is not repeated.
std::string to_text(const extract::Extraction& extraction, std::string_view title = "", bool tables = true);

// What writing a page in this style needs of it.
Content read_content(const Source& source, const Style& style);

// Whether two styles need the same, so that what was read for one can be written in the other.
bool read_alike(const Style& a, const Style& b);

// An article in the style that its content was read for. UTF-8, one final newline, no control characters but
// newline and tab. What stands before a page or around several of them is the format's frame.
std::string to_format(const Content& content, const metadata::Metadata& metadata, const Style& style);

}  // namespace clean_article::render
