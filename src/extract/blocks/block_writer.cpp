#include "extract/blocks/block_writer.hpp"

#include <algorithm>
#include <cstring>

#include "base/base.hpp"
#include "extract/blocks/link_notes.hpp"
#include "text/text.hpp"

namespace clean_article::extract {

using html::NodeId;

void BlockWriter::add_white_space(const BlockContext& context, NodeId node) {
  if (!has_begun_) return;
  text_.space();
  add_piece(context, node, PieceKind::kText, 0);
}

void BlockWriter::add_text(const BlockContext& context, NodeId node, std::string_view text) {
  if (has_begun_ && is_behind_link(out_.text.size())) text.remove_prefix(leading_link_note(text));
  const bool blank = is_blank(text);
  if (blank && context.code_box && text.find('\n') != std::string_view::npos) return;
  if (!has_begun_) {
    if (blank) {
      // The first line of code may begin with white space of its own.
      if (context.pre != kNone) indent_ = text.substr(text.find_last_of('\n') + 1);
      constexpr std::string_view kIdeographicSpace = "\u3000";  // of prose in a <pre>
      if (indent_.find(kIdeographicSpace) != std::string::npos) indent_.clear();
      return;
    }
    begin(context);
  }
  if (!blank) breaks_ = 0;
  const std::uint32_t chars =
      context.pre != kNone ? text_.append_verbatim(text) : text_.append_folded(text, blank);
  add_piece(context, node, PieceKind::kText, chars);
}

void BlockWriter::supply(const BlockContext& context, NodeId element, std::string_view text, PieceKind kind) {
  if (text.empty()) return;
  if (!has_begun_) begin(context);
  breaks_ = 0;
  const std::uint32_t chars = text_.append_folded(text, false);
  add_piece(context, element, kind, chars);
}

void BlockWriter::add_piece(const BlockContext& context, NodeId node, PieceKind kind, std::uint32_t chars) {
  current_.chars += chars;
  if (context.link) current_.link_chars += chars;
  if (context.strong) current_.strong_chars += chars;
  if (context.code) current_.code_chars += chars;
  out_.pieces.push_back({node, static_cast<std::uint32_t>(out_.text.size()), kind});
}

void BlockWriter::add_break(bool in_code) {
  if (!has_begun_) return;
  text_.break_line();
  if (++breaks_ >= 2 && !in_code) flush();
}

void BlockWriter::take_off_link_note(const BlockContext& context, bool is_link, std::size_t opened_at) {
  constexpr std::size_t kLongestNote = 140;  // bytes, with what leads to it
  if (!has_begun_) return;
  const std::size_t begin = std::max<std::size_t>(opened_at, current_.text_begin);
  if (begin >= out_.text.size() || context.pre != kNone) return;
  const std::string_view text = std::string_view(out_.text).substr(begin);
  if (is_link) {
    link_end_ = out_.text.size();
    const std::size_t note = begin_of_link_note(text);
    if (note < text.size()) cut(context, begin + note);
    link_end_ = out_.text.size();
  } else if ((is_behind_link(begin) || context.link) && text.size() <= kLongestNote && is_link_note(text)) {
    cut(context, begin);
  }
}

// Takes off the end of the block's text, which the element that is closed now has written.
void BlockWriter::cut(const BlockContext& context, std::size_t size) {
  const auto chars =
      static_cast<std::uint32_t>(text::count_code_points(std::string_view(out_.text).substr(size)));
  const auto take_off = [&](std::uint32_t& count, bool counted) {
    if (counted) count -= std::min(count, chars);
  };
  take_off(current_.chars, true);
  take_off(current_.link_chars, context.link);
  take_off(current_.strong_chars, context.strong);
  take_off(current_.code_chars, context.code);
  text_.cut(size);
  for (std::size_t p = out_.pieces.size(); p > current_.first_piece && out_.pieces[p - 1].text_end > size;
       --p)
    out_.pieces[p - 1].text_end = static_cast<std::uint32_t>(size);
}

void BlockWriter::begin(const BlockContext& context) {
  current_ = Block{};
  current_.element = context.block_element;
  current_.inner_element = context.element;
  current_.text_begin = static_cast<std::uint32_t>(out_.text.size());
  current_.first_piece = static_cast<std::uint32_t>(out_.pieces.size());
  current_.list = context.list;
  current_.item = context.item;
  current_.row = context.row;
  current_.cell = kNone;
  current_.pre = context.pre;
  current_.number = context.number;
  current_.kind = context.kind;
  current_.level = context.level;
  current_.flags = context.flags;
  current_.links = context.link ? 1 : 0;
  std::memcpy(current_nearest_, nearest_, sizeof nearest_);
  text_.begin();
  has_begun_ = true;
  breaks_ = 0;
  if (context.pre != kNone) text_.append_verbatim(indent_);
  indent_.clear();
}

void BlockWriter::flush() {
  if (has_begun_ && out_.blocks.size() + 1 >= kMostBlocks)
    text_.end_line();
  else
    end();
}

void BlockWriter::end() {
  indent_.clear();
  if (!has_begun_) return;
  has_begun_ = false;
  breaks_ = 0;
  if (!text_.finish()) {
    out_.pieces.resize(current_.first_piece);
    return;
  }
  current_.text_end = static_cast<std::uint32_t>(out_.text.size());
  current_.end_piece = static_cast<std::uint32_t>(out_.pieces.size());
  for (std::uint32_t p = current_.end_piece; p > current_.first_piece; --p)
    out_.pieces[p - 1].text_end = std::min(out_.pieces[p - 1].text_end, current_.text_end);
  out_.blocks.push_back(current_);
  out_.nearest.insert(out_.nearest.end(), std::begin(current_nearest_), std::end(current_nearest_));
}

}  // namespace clean_article::extract
