// What is read of a page for its format, and how further pages of an article join it.
#include "render/content.hpp"

#include <iterator>

#include "render/blocks.hpp"
#include "render/formats.hpp"
#include "render/parts.hpp"
#include "render/render.hpp"

namespace clean_article::render {

namespace {

// What read_content() fills.
enum class Reading : std::uint8_t { kNothing, kText, kMarkedText, kElements };

Reading reading_of(const Style& style) {
  if (style.fields_only) return Reading::kNothing;
  if (style.is_marked_up_text()) return Reading::kMarkedText;
  return row_of(style.format).text == TextForm::kElements ? Reading::kElements : Reading::kText;
}

}  // namespace

bool read_alike(const Style& a, const Style& b) {
  const Reading reading = reading_of(a);
  if (reading != reading_of(b)) return false;
  if (reading == Reading::kNothing) return true;
  if (a.title != b.title || a.tables != b.tables || a.blocks != b.blocks) return false;
  return reading == Reading::kText || (a.shows_links() == b.shows_links() &&
                                       a.shows_formatting() == b.shows_formatting() && a.images == b.images);
}

Content read_content(const Source& source, const Style& style) {
  Content content;
  const Reading reading = reading_of(style);
  if (reading == Reading::kNothing) return content;
  if (reading != Reading::kText)
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
