// What elements pass on to the text inside them: of which list, cell or code it is, and whether it is a link
// or emphasised. Knows no text.
#pragma once

#include <cstdint>

#include "extract/blocks/blocks.hpp"

namespace clean_article::extract {

struct BlockContext {
  std::uint32_t element = kNone;        // innermost element
  std::uint32_t block_element = kNone;  // innermost block-level one
  std::uint32_t list = kNone, item = kNone, row = kNone, pre = kNone;
  std::uint32_t number = 0;  // of the item, in an ordered list
  BlockKind kind = BlockKind::kParagraph;
  std::uint8_t level = 0;
  std::uint8_t flags = 0;
  bool link = false, strong = false, code = false;
  bool concealed = false;  // inside an element that no reader sees
  bool code_box = false;   // elements are lines of code, and white space between them is the source's
};

// Changes the context for what stands inside an element of this name, the `index`-th of Blocks::elements.
void enter(html::Tag tag, const CategorySet& categories, std::uint32_t index, BlockContext& c);

}  // namespace clean_article::extract
