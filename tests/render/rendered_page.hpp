// A page all of whose blocks are kept, or all but those of one kind, in any style: for the tests of the
// formats.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "html/html.hpp"
#include "render/render.hpp"

namespace clean_article::render {

inline Content read_page(const std::string& html, const Style& style, const metadata::Metadata& metadata = {},
                         std::string_view url = "https://example.org/a/page",
                         std::optional<extract::BlockKind> without = std::nullopt) {
  html::Parser parser{Limits{}};
  const html::Document& document = parser.parse(html);
  extract::BlockBuilder builder;
  const extract::Blocks& page = builder.build(document);
  std::vector<extract::Verdict> verdicts(page.blocks.size());
  for (std::size_t i = 0; i < verdicts.size(); ++i) verdicts[i].kept = page.blocks[i].kind != without;
  extract::Extraction extraction;
  extraction.page = &page;
  extraction.verdicts = &verdicts;
  return read_content({document, extraction, metadata, url}, style);
}

inline std::string rendered_as(const std::string& html, const Style& style,
                               const metadata::Metadata& metadata = {}) {
  return to_format(read_page(html, style, metadata), metadata, style);
}

inline std::string rendered_as(const std::string& html, Format format) {
  Style style;
  style.format = format;
  return rendered_as(html, style);
}

}  // namespace clean_article::render
