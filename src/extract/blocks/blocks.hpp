// A page as a list of blocks: maximal runs of inline content inside one block-level parent, in document
// order, and the outline of elements around them. Everything later reads this and never walks the tree.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/blocks/categories.hpp"
#include "extract/blocks/concealment.hpp"
#include "extract/blocks/concealments.hpp"
#include "html/html.hpp"

namespace clean_article::extract {

enum class BlockKind : std::uint8_t {
  kParagraph,
  kHeading,
  kListItem,
  kTerm,        // <dt>
  kDefinition,  // <dd>
  kCell,
  kCaption,  // <figcaption>, <caption>
  kCode,     // <pre>: white space kept
};

enum BlockFlag : std::uint8_t {
  kHidden = 1 << 0,    // the page hides it, until a click or a script maybe
  kNoscript = 1 << 1,  // inside <noscript>
  kInQuote = 1 << 2,   // inside <blockquote>
  kInFigure = 1 << 3,
};

inline constexpr std::uint32_t kNone = 0xFFFF'FFFF;

enum class PieceKind : std::uint8_t {
  kText,
  kSupplied,  // what an element stands for: a quotation mark, a smiley
  kFormula,   // TeX
  kDisplayFormula,
};

// Where a block's text comes from, in order.
struct Piece {
  html::NodeId text_node;  // an element where the kind is not kText
  std::uint32_t text_end;  // of the piece, in Blocks::text
  PieceKind kind = PieceKind::kText;
};

// Where a piece stands in the source: from a text's first to its last character, or an element's start tag.
inline html::Span place_of(const html::Document& document, const Piece& piece) {
  if (document[piece.text_node].tag != html::Tag::kText) return document.start_tag(piece.text_node);
  const auto spans = document.spans(piece.text_node);
  return spans.empty() ? html::Span{0, 0} : html::Span{spans.front().span.begin, spans.back().span.end};
}

struct Block {
  std::uint32_t element;                 // block-level parent, an index into Blocks::elements
  std::uint32_t inner_element;           // the element directly around the first word
  std::uint32_t text_begin, text_end;    // bytes of Blocks::text
  std::uint32_t first_piece, end_piece;  // into Blocks::pieces
  std::uint32_t list;                    // the nearest <ul>, <ol> around it or kNone, an index into elements
  std::uint32_t item;                    // the nearest <li> around it or kNone
  std::uint32_t row;                     // the nearest <tr> around it or kNone
  std::uint32_t cell;          // the cell of a data table around it or kNone, an index into Blocks::cells
  std::uint32_t pre;           // the <pre> around it or kNone
  std::uint32_t chars;         // code points, white space folded
  std::uint32_t link_chars;    // of them inside <a>
  std::uint32_t strong_chars;  // inside <b>, <strong>
  std::uint32_t code_chars;    // inside <code>, <kbd>, <samp>, <tt>, <pre>
  std::uint32_t number;        // of the item in an ordered list, 0 for others
  std::uint16_t links;         // how many <a> begin in it
  BlockKind kind;
  std::uint8_t level;  // of a heading, 1 to 6; of a list item its nesting from 1
  std::uint8_t flags;  // BlockFlag
};

// An element that can hold text (scripts, svg, form controls … are left out).
struct Element {
  html::NodeId node;
  std::uint32_t parent;                  // kNone for the first
  std::uint32_t end;                     // one past the last descendant, an index into elements
  std::uint32_t first_block, end_block;  // the blocks inside it
  std::uint32_t images_before;           // images of the page up to its start
  std::uint32_t images_end;              // images of the page up to its end
  std::uint64_t signature;               // hash of name and class: elements that look alike are equal
  std::uint16_t depth;
  html::Tag tag;
  Concealment concealment;  // of a whole element; what is concealed in the run of a text is no Element
  CategorySet categories;
};

// What stands in the source of a block and is no part of its text.
struct Unseen {
  html::NodeId node;    // an element, or a text of which only some characters are meant
  std::uint32_t block;  // that it stands in, or before which it stands
  Concealment why;
};

// A table whose rows and columns mean something, as told by its structure.
struct Table {
  std::uint32_t element;               // the <table>
  std::uint32_t first_cell, end_cell;  // into Blocks::cells
  std::uint32_t rows, columns;
};

// A cell of a data table, empty ones too, and its place in the grid.
struct Cell {
  std::uint32_t element;        // the <td> or <th>
  std::uint32_t table;          // an index into Blocks::tables
  std::uint32_t row, column;    // from 0
  std::uint32_t rows, columns;  // that it spans; rows may be more than there are
  bool is_header;               // a <th>
};

// For each category the depth of the nearest element at or above one, -1 for none.
using NearestDepths = std::int16_t[kCategoryCount];

struct Blocks {
  std::string text;  // of all blocks, one after the other; inside a block '\n' stands for <br>
  std::vector<Block> blocks;
  std::vector<Piece> pieces;
  std::vector<Element> elements;      // pre-order; elements[0] is <body>
  std::vector<Table> tables;          // data tables; those that only lay the page out are not among them
  std::vector<Cell> cells;            // of all of them, in the page's order
  std::vector<Unseen> unseen;         // in document order
  std::vector<std::int16_t> nearest;  // kCategoryCount a block: NearestDepths of its inner element

  std::string_view text_of(const Block& b) const {
    return std::string_view(text).substr(b.text_begin, b.text_end - b.text_begin);
  }
  const std::int16_t* nearest_of(std::size_t block) const { return nearest.data() + block * kCategoryCount; }
  void clear();
};

// What is known of the elements of a part, from the page that it is a part of. By their start tags.
struct KnownElements {
  std::vector<const Element*> elements;  // null for those that are none
  std::vector<std::uint32_t> unseen;     // what was cut out of the run of a text, sorted

  void clear() {
    elements.clear();
    unseen.clear();
  }
};

// Builds the blocks of one page after the other, reusing memory. One per thread.
class BlockBuilder {
 public:
  // The answer refers to `document` by node ids and is valid until the next call.
  const Blocks& build(const html::Document& document);

  // The same for a part of `page`, of which the blocks are known: what its elements are called and like holds
  // for the part, too.
  const Blocks& build_part(const html::Document& part, const html::Document& page, const Blocks& of_page);

  // The same, for what is done to them when all is judged.
  Blocks& blocks() { return blocks_; }

 private:
  Blocks blocks_;
  ElementClassifier classifier_;
  Concealments concealments_;
  KnownElements known_;
};

}  // namespace clean_article::extract
