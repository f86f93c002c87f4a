#include "extract/blocks/blocks.hpp"

#include <algorithm>

#include "extract/blocks/block_walk.hpp"
#include "extract/blocks/tables.hpp"

namespace clean_article::extract {

namespace {

using html::Document;
using html::Tag;

// A cell that holds several blocks is a piece of layout: they are paragraphs.
void resolve_layout_cells(Blocks& b) {
  for (Block& block : b.blocks) {
    if (block.kind != BlockKind::kCell) continue;
    std::uint32_t e = block.element;
    while (e != kNone && b.elements[e].tag != Tag::k_td && b.elements[e].tag != Tag::k_th)
      e = b.elements[e].parent;
    if (e != kNone && b.elements[e].end_block - b.elements[e].first_block > 1)
      block.kind = BlockKind::kParagraph;
  }
}

}  // namespace

void Blocks::clear() {
  text.clear();
  blocks.clear();
  pieces.clear();
  elements.clear();
  tables.clear();
  cells.clear();
  unseen.clear();
  nearest.clear();
}

const Blocks& BlockBuilder::build(const Document& document) {
  known_.clear();
  blocks_.clear();
  classifier_.begin();
  concealments_.begin(document);
  walk_blocks(document, classifier_, concealments_, known_, blocks_);
  resolve_layout_cells(blocks_);
  find_tables(document, blocks_);
  return blocks_;
}

const Blocks& BlockBuilder::build_part(const Document& part, const Document& page, const Blocks& of_page) {
  known_.clear();
  for (const Element& element : of_page.elements) {
    const std::uint32_t start_tag = page[element.node].source;
    if (start_tag == Document::kImplied) continue;
    if (known_.elements.size() <= start_tag) known_.elements.resize(start_tag + 1, nullptr);
    known_.elements[start_tag] = &element;
  }
  for (const Unseen& unseen : of_page.unseen)
    if (page[unseen.node].tag != Tag::kText) known_.unseen.push_back(page[unseen.node].source);
  std::ranges::sort(known_.unseen);
  blocks_.clear();
  classifier_.begin();
  concealments_.begin(part);
  walk_blocks(part, classifier_, concealments_, known_, blocks_);
  resolve_layout_cells(blocks_);
  find_tables(part, blocks_);
  return blocks_;
}

}  // namespace clean_article::extract
