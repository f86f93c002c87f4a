#include "render/markdown.hpp"

#include <algorithm>

namespace clean_article::render {

namespace {

class MarkdownWriter {
 public:
  explicit MarkdownWriter(bool notes) : notes_(notes) {}

  std::string run(const std::vector<Part>& parts) {
    for (std::size_t i = 0; i < parts.size(); ++i) {
      const Part& part = parts[i];
      if (part.kind == PartKind::kTable && part.event == PartEvent::kOpen) measure_table(parts, i);
      if (part.event == PartEvent::kOpen)
        open(part, i + 1 < parts.size() ? parts[i + 1].number : 0);
      else if (part.event == PartEvent::kClose)
        close(part);
      else
        write(part);
    }
    if (!out_.empty() && !out_.ends_with('\n')) out_ += '\n';
    return std::move(out_);
  }

 private:
  struct Open {
    PartKind kind;
    bool ordered = false;
    bool notes = false;    // of a list that is one of footnotes
    char bullet = '-';     // of a list
    std::string first{};   // what begins its first line, still to be written
    std::string others{};  // and the others
  };

  // How many columns the widest row needs: the first row, which Markdown makes the head, decides for all.
  void measure_table(const std::vector<Part>& parts, std::size_t i) {
    columns_ = 1;
    for (++i; i < parts.size() && !(parts[i].kind == PartKind::kTable && parts[i].event == PartEvent::kClose);
         ++i) {
      if (parts[i].kind != PartKind::kCell) continue;
      columns_ = std::clamp<std::size_t>(parts[i].column + parts[i].columns, columns_, kMostTableColumns);
    }
  }

  void open(const Part& part, std::uint32_t first_number) {
    Open open{part.kind, part.ordered};
    open.notes = notes_ && part.kind == PartKind::kList && part.note != 0;
    if (notes_ && part.note != 0 && part.kind != PartKind::kList) {
      separate(true);
      open.first = "[^" + std::to_string(part.note) + "]: ";
      open.others = "    ";
    } else if (open.notes) {
      // Footnotes stand alone.
    } else if (part.kind == PartKind::kQuote) {
      separate(true);
      open.first = open.others = "> ";
    } else if (part.kind == PartKind::kList) {
      // Of two lists in a row the second needs another sign, or they would be one.
      const bool inside_item = !open_.empty() && open_.back().kind == PartKind::kItem;
      // Only a list that begins with 1 may follow a line of text at once.
      if (!inside_item || (part.ordered && first_number != 1)) separate(true);
      open.bullet = last_closed_ == PartKind::kList && last_bullet_ == '-' ? '*' : '-';
    } else if (part.kind == PartKind::kItem) {
      const bool ordered = !open_.empty() && open_.back().ordered;
      const char bullet = open_.empty() ? '-' : open_.back().bullet;
      open.first =
          ordered ? std::to_string(part.number) + (bullet == '-' ? ". " : ") ") : std::string{bullet, ' '};
      open.others.assign(open.first.size(), ' ');
      if (part.task != '\0') open.first += std::string{'[', part.task, ']', ' '};
    } else if (part.kind == PartKind::kTable) {
      separate(true);
      rows_ = 0;
    }
    if (part.kind == PartKind::kRow) row_.clear();
    open_.push_back(std::move(open));
    last_closed_ = PartKind::kParagraph;
    item_is_empty_ = part.kind == PartKind::kItem || part.kind == PartKind::kNote;
  }

  void close(const Part& part) {
    if (part.kind == PartKind::kRow) write_row();
    if (part.kind == PartKind::kList) last_bullet_ = open_.back().bullet;
    open_.pop_back();
    last_closed_ = part.kind;
    item_is_empty_ = false;
  }

  void write(const Part& part) {
    if (part.kind == PartKind::kCell && !open_.empty() && open_.back().kind == PartKind::kRow) {
      // Places that a cell above spans, and those that this one spans, stay empty.
      if (row_.size() < part.column) row_.resize(part.column);
      const std::string cell = markdown_line(part.runs, true, notes_);
      if (row_.size() < kMostTableColumns)
        row_.push_back(cell);
      else if (!cell.empty())
        row_.back() += (row_.back().empty() ? "" : " ") + cell;
      return;
    }
    separate(!item_is_empty_);
    item_is_empty_ = false;
    last_closed_ = PartKind::kParagraph;
    if (part.kind == PartKind::kCode)
      write_code(part);
    else if (part.kind == PartKind::kHeading)
      write_heading(part);
    else
      write_lines(markdown_line(part.runs, false, notes_));
  }

  void write_heading(const Part& part) {
    std::vector<Run> runs = part.runs;
    for (Run& run : runs)
      if (run.kind == RunKind::kBreak) run = {RunKind::kText, " ", "", run.marks};
    const std::string line = markdown_line(runs, false, notes_);
    // After the signs of a heading the line's beginning needs no escape but where a # follows.
    write_lines(std::string(std::clamp<std::size_t>(part.level, 1, 6), '#') + ' ' + line);
  }

  void write_code(const Part& part) {
    const std::string& text = part.runs.empty() ? empty_ : part.runs.front().text;
    constexpr std::size_t kFence = 3;
    const std::string fence = backticks_around(text, kFence);
    write_lines(fence + part.language + "\n" + text + "\n" + fence);
  }

  void write_row() {
    if (row_.empty()) return;
    ++rows_;
    row_.resize(columns_);
    std::string line = "|";
    for (const std::string& cell : row_) line += ' ' + cell + (cell.empty() ? "|" : " |");
    write_lines(line);
    if (rows_ != 1) return;
    line = "|";
    for (std::size_t i = 0; i < columns_; ++i) line += " --- |";
    write_lines(line);
  }

  // A blank line before what follows, with the signs of the quotes around it. Nothing where one is there
  // already or an item has just begun.
  void separate(bool blank) {
    if (out_.empty() || !blank || is_separate_) return;
    std::string prefix;
    for (const Open& open : open_) {
      if ((open.kind == PartKind::kItem || open.kind == PartKind::kNote) && !open.first.empty()) return;
      if (!open.first.empty()) break;
      prefix += open.others;
    }
    while (prefix.ends_with(' ')) prefix.pop_back();
    out_ += prefix + '\n';
    is_separate_ = true;
  }

  void write_lines(std::string_view lines) {
    for (std::size_t begin = 0; begin <= lines.size();) {
      const std::size_t end = std::min(lines.find('\n', begin), lines.size());
      std::string line;
      for (Open& open : open_) {
        line += open.first.empty() ? open.others : open.first;
        open.first.clear();
      }
      line += lines.substr(begin, end - begin);
      while (line.ends_with(' ')) line.pop_back();
      out_ += line + '\n';
      begin = end + 1;
    }
    is_separate_ = false;
  }

  const bool notes_;
  std::string out_;
  std::vector<Open> open_;
  PartKind last_closed_ = PartKind::kParagraph;
  char last_bullet_ = '*';
  bool is_separate_ = false;    // a blank line ends what is written
  bool item_is_empty_ = false;  // the item just opened holds nothing yet
  std::vector<std::string> row_;
  std::size_t rows_ = 0;
  std::size_t columns_ = 0;
  const std::string empty_;
};

}  // namespace

std::string to_markdown(const std::vector<Part>& parts, bool notes) {
  return MarkdownWriter(notes).run(parts);
}

}  // namespace clean_article::render
