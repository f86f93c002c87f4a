// The block that is being cut: its text, the pieces of it and what is counted in it. Owns where a block
// begins and ends; is told of elements, and looks at none.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "extract/blocks/block_context.hpp"
#include "extract/blocks/block_text.hpp"
#include "extract/blocks/blocks.hpp"

namespace clean_article::extract {

class BlockWriter {
 public:
  // Appends to `out`. `nearest` is that of the innermost element, whenever a block begins.
  BlockWriter(Blocks& out, const NearestDepths& nearest) : out_(out), nearest_(nearest), text_(out.text) {}

  // Whether a block has begun.
  bool has_begun() const { return has_begun_; }
  // The text of all blocks so far, the one that has begun included.
  std::string_view text() const { return out_.text; }

  // Characters of a text of the source. Blank ones begin no block.
  void add_text(const BlockContext& context, html::NodeId node, std::string_view text);
  // The same of white space, outside of code.
  void add_white_space(const BlockContext& context, html::NodeId node);
  // Text that the page shows and that no text of its source is; "" is none.
  void supply(const BlockContext& context, html::NodeId element, std::string_view text, PieceKind kind);

  void space() { text_.space(); }
  void count_link() {
    if (has_begun_) ++current_.links;
  }
  void end_line() { text_.end_line(); }
  void break_line() { text_.break_line(); }
  // A <br>: two in a row end a paragraph as an element would.
  void add_break(bool in_code);

  // An element closes that was opened when all text had `begin` bytes: the note on how a link opens is taken
  // off a link's text, or off that of an element of its own.
  void take_off_link_note(const BlockContext& context, bool is_link, std::size_t begin);

  // Ends the block, if one has begun. The last block that a page may have takes all text that is left.
  void flush();
  // Ends it in any case.
  void end();

 private:
  void begin(const BlockContext& context);
  void add_piece(const BlockContext& context, html::NodeId node, PieceKind kind, std::uint32_t chars);
  void cut(const BlockContext& context, std::size_t size);
  bool is_behind_link(std::size_t at) const { return at == link_end_ && at > current_.text_begin; }

  Blocks& out_;
  const NearestDepths& nearest_;
  BlockText text_;
  NearestDepths current_nearest_;
  Block current_{};
  bool has_begun_ = false;
  int breaks_ = 0;
  std::size_t link_end_ = 0;  // where the text of the last link ends
  std::string indent_;        // of code that has not begun
};

}  // namespace clean_article::extract
