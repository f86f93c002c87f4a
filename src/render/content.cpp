// What is read of a page for its format, and how further pages of an article join it.
#include "render/content.hpp"

#include <iterator>

#include "render/blocks.hpp"
#include "render/formats.hpp"
#include "render/parts.hpp"
#include "render/render.hpp"

namespace clean_article::render {

Content read_content(const Source& source, const Style& style) {
  Content content;
  if (style.fields_only) return content;
  if (style.is_marked_up_text() || row_of(style.format).text == TextForm::kElements)
    content.parts = parts_of(source, style);
  else
    content.text = to_text(source.extraction, style.title ? source.metadata.title.value : "", style.tables);
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

}  // namespace clean_article::render
