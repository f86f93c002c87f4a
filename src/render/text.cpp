#include <algorithm>
#include <string_view>

#include "render/render.hpp"

namespace clean_article::render {

namespace {

using extract::Block;
using extract::BlockKind;
using extract::kNone;

// Appends text whose lines after the first begin with `indent` spaces.
void append_indented(std::string_view text, std::size_t indent, std::string& out) {
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    if (begin > 0) {
      out += '\n';
      out.append(indent, ' ');
    }
    out += text.substr(begin, end - begin);
    begin = end + 1;
  }
}

// A cell is one field of a line.
void append_cell(std::string_view text, std::string& out) {
  for (const char c : text) out += c == '\n' ? ' ' : c;
}

class TextWriter {
 public:
  explicit TextWriter(const extract::Blocks& page) : page_(page) {}

  void add(const Block& block) {
    const std::string_view text = page_.text_of(block);
    if (is_item(block)) {
      const bool same_item = last_ != nullptr && last_->item == block.item;
      separate(last_ != nullptr && is_item(*last_) && in_one_list(*last_, block));
      const std::size_t indent = kIndent * (block.level - std::min(block.level, top_level(block)));
      out_.append(indent, ' ');
      out_ += same_item ? "  " : block.number > 0 ? std::to_string(block.number) + ". " : "- ";
      append_indented(text, indent + kIndent, out_);
    } else if (block.kind == BlockKind::kCell && block.row != kNone) {
      const bool same_row = last_ != nullptr && last_->kind == BlockKind::kCell && last_->row == block.row;
      if (same_row)
        out_ += " | ";
      else
        separate(last_ != nullptr && last_->kind == BlockKind::kCell && table_of(*last_) == table_of(block));
      append_cell(text, out_);
    } else {
      separate(false);
      out_ += text;
    }
    last_ = &block;
  }

  std::string finish() {
    if (!out_.empty()) out_ += '\n';
    return std::move(out_);
  }

 private:
  static constexpr std::size_t kIndent = 2;

  // Whether a block is shown as an item. An <li> with a heading in it is a card or a section, not an item.
  bool is_item(const Block& block) const {
    if (block.kind != BlockKind::kListItem || block.item == kNone) return false;
    if (block.item == known_item_) return known_is_item_;
    const extract::Element& item = page_.elements[block.item];
    known_item_ = block.item;
    known_is_item_ = true;
    for (std::uint32_t b = item.first_block; b < item.end_block && known_is_item_; ++b)
      known_is_item_ = page_.blocks[b].kind != BlockKind::kHeading;
    return known_is_item_;
  }

  // Ends what was written before: one newline inside a list or table, a blank line otherwise.
  void separate(bool close) {
    if (!out_.empty()) out_ += close ? "\n" : "\n\n";
    if (!close) top_level_ = 0;
  }

  // The nesting of the outermost item of the list being written.
  std::uint8_t top_level(const Block& block) {
    if (top_level_ == 0 || block.level < top_level_) top_level_ = block.level;
    return top_level_;
  }

  // Whether two items belong to one list, nested lists included.
  bool in_one_list(const Block& a, const Block& b) const {
    return a.list == b.list || holds(a.list, b.list) || holds(b.list, a.list);
  }
  bool holds(std::uint32_t outer, std::uint32_t inner) const {
    return outer != kNone && inner != kNone && inner > outer && inner < page_.elements[outer].end;
  }

  std::uint32_t table_of(const Block& block) const {
    std::uint32_t e = block.row;
    while (e != kNone && page_.elements[e].tag != html::Tag::k_table) e = page_.elements[e].parent;
    return e;
  }

  const extract::Blocks& page_;
  const Block* last_ = nullptr;
  mutable std::uint32_t known_item_ = kNone;  // the item asked for last: its blocks come in a row
  mutable bool known_is_item_ = false;
  std::uint8_t top_level_ = 0;
  std::string out_;
};

}  // namespace

std::string to_text(const extract::Extraction& extraction, std::string_view title, bool tables) {
  const extract::Blocks& page = *extraction.page;
  TextWriter writer(page);
  bool title_may_follow = !title.empty();
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    const Block& block = page.blocks[i];
    if (!(*extraction.verdicts)[i].kept || (!tables && block.kind == BlockKind::kCell)) continue;
    const bool repeats_title = title_may_follow && page.text_of(block) == title;
    title_may_follow = false;
    if (!repeats_title) writer.add(block);
  }
  const std::string text = writer.finish();
  return title.empty() || text.empty() ? text : std::string(title) + "\n\n" + text;
}

}  // namespace clean_article::render
