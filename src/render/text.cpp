#include <algorithm>
#include <string_view>

#include "render/render.hpp"
#include "render/table_grid.hpp"

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

// What stands in a cell is one field of a line.
void append_field(std::string_view text, std::string& out) {
  for (const char c : text) out += c == '\n' ? ' ' : c;
}

class TextWriter {
 public:
  TextWriter(const extract::Blocks& page, const std::vector<extract::Verdict>& verdicts)
      : page_(page), verdicts_(verdicts) {}

  // A line for each row. A place without text is an empty field where another one follows it, so that columns
  // line up.
  void add_table(const extract::Table& table) {
    const TableGrid grid(page_, table, [&](const extract::Cell& cell) { return has_kept(cell); });
    separate(false);
    std::uint32_t row = 0;
    std::uint32_t column = 0;
    bool in_line = false;  // whether the line of the row has any sign yet
    for (std::uint32_t c = table.first_cell; c < table.end_cell; ++c) {
      const extract::Cell& cell = page_.cells[c];
      if (!has_kept(cell)) continue;
      if (grid.row(cell) != row) {
        out_ += '\n';
        row = grid.row(cell);
        column = 0;
        in_line = false;
      }
      for (; column < grid.column(cell); ++column) {
        out_ += in_line ? " |" : "|";
        in_line = true;
      }
      const extract::Element& element = page_.elements[cell.element];
      for (std::uint32_t b = element.first_block; b < element.end_block; ++b) {
        if (!verdicts_[b].kept) continue;
        if (in_line) out_ += ' ';
        append_field(page_.text_of(page_.blocks[b]), out_);
        in_line = true;
      }
    }
    last_ = nullptr;
  }

  void add(const Block& block) {
    const std::string_view text = page_.text_of(block);
    if (is_item(block)) {
      const bool same_item = last_ != nullptr && last_->item == block.item;
      separate(last_ != nullptr && is_item(*last_) && in_one_list(*last_, block));
      const std::size_t indent = kIndent * (block.level - std::min(block.level, top_level(block)));
      out_.append(indent, ' ');
      out_ += same_item ? "  " : block.number > 0 ? std::to_string(block.number) + ". " : "- ";
      append_indented(text, indent + kIndent, out_);
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

  bool has_kept(const extract::Cell& cell) const {
    const extract::Element& element = page_.elements[cell.element];
    for (std::uint32_t b = element.first_block; b < element.end_block; ++b)
      if (verdicts_[b].kept) return true;
    return false;
  }

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

  // Ends what was written before: one newline inside a list, a blank line otherwise.
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

  const extract::Blocks& page_;
  const std::vector<extract::Verdict>& verdicts_;
  const Block* last_ = nullptr;
  mutable std::uint32_t known_item_ = kNone;  // the item asked for last: its blocks come in a row
  mutable bool known_is_item_ = false;
  std::uint8_t top_level_ = 0;
  std::string out_;
};

}  // namespace

std::string to_text(const extract::Extraction& extraction, std::string_view title, bool tables) {
  const extract::Blocks& page = *extraction.page;
  TextWriter writer(page, *extraction.verdicts);
  bool title_may_follow = !title.empty();
  std::uint32_t last_table = kNone;
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    const Block& block = page.blocks[i];
    if (!(*extraction.verdicts)[i].kept || (!tables && block.cell != kNone)) continue;
    const bool repeats_title = title_may_follow && page.text_of(block) == title;
    title_may_follow = false;
    if (block.cell == kNone) {
      if (!repeats_title) writer.add(block);
    } else if (const std::uint32_t table = page.cells[block.cell].table; table != last_table) {
      writer.add_table(page.tables[table]);
      last_table = table;
    }
  }
  const std::string text = writer.finish();
  return title.empty() || text.empty() ? text : std::string(title) + "\n\n" + text;
}

}  // namespace clean_article::render
