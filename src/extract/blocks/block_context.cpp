#include "extract/blocks/block_context.hpp"

#include <algorithm>

namespace clean_article::extract {

using html::Tag;

namespace {

bool is_code_tag(Tag tag) {
  return tag == Tag::k_code || tag == Tag::k_kbd || tag == Tag::k_samp || tag == Tag::k_tt ||
         tag == Tag::k_pre;
}

}  // namespace

void enter(Tag tag, const CategorySet& categories, std::uint32_t index, BlockContext& c) {
  if (categories.has(Category::k_hidden) || categories.has(Category::k_aria_hidden)) c.flags |= kHidden;
  if (c.pre != kNone && (tag != Tag::k_pre || c.code_box)) {
    // Lines of code, whatever they are put into.
    c.link = c.link || tag == Tag::k_a;
    c.strong = c.strong || tag == Tag::k_b || tag == Tag::k_strong;
    c.element = index;
    return;
  }
  switch (tag) {
    case Tag::k_a:
      c.link = true;
      break;
    case Tag::k_b:
    case Tag::k_strong:
      c.strong = true;
      break;
    case Tag::k_h1:
    case Tag::k_h2:
    case Tag::k_h3:
    case Tag::k_h4:
    case Tag::k_h5:
    case Tag::k_h6:
      c.kind = BlockKind::kHeading;
      c.level = static_cast<std::uint8_t>(1 + static_cast<int>(tag) - static_cast<int>(Tag::k_h1));
      break;
    case Tag::k_ul:
    case Tag::k_ol:
    case Tag::k_menu:
    case Tag::k_dir:
      c.list = index;
      if (c.kind != BlockKind::kListItem) c.level = 0;
      break;
    case Tag::k_li:
      c.item = index;
      c.level = static_cast<std::uint8_t>(c.kind == BlockKind::kListItem ? std::min(c.level + 1, 20) : 1);
      c.kind = BlockKind::kListItem;
      break;
    case Tag::k_dt:
      c.kind = BlockKind::kTerm;
      break;
    case Tag::k_dd:
      c.kind = BlockKind::kDefinition;
      break;
    case Tag::k_tr:
      c.row = index;
      break;
    case Tag::k_td:
    case Tag::k_th:
      c.kind = BlockKind::kCell;
      break;
    case Tag::k_caption:
    case Tag::k_figcaption:
      c.kind = BlockKind::kCaption;
      break;
    case Tag::k_figure:
      c.flags |= kInFigure;
      break;
    case Tag::k_pre:
    case Tag::k_listing:
    case Tag::k_xmp:
    case Tag::k_plaintext:
      c.kind = BlockKind::kCode;
      c.pre = index;
      break;
    case Tag::k_blockquote:
      c.flags |= kInQuote;
      if (c.kind != BlockKind::kListItem) c.kind = BlockKind::kParagraph;
      break;
    case Tag::k_noscript:
      c.flags |= kNoscript;
      break;
    case Tag::k_article:
    case Tag::k_section:
    case Tag::k_table:
      c.kind = BlockKind::kParagraph;
      c.item = kNone;
      break;
    default:
      break;
  }
  if (is_code_tag(tag)) c.code = true;
  c.element = index;
}

}  // namespace clean_article::extract
