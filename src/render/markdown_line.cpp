// One leaf in Markdown: where its marks open and close. The other half of markdown.hpp.
#include <algorithm>

#include "render/markdown.hpp"
#include "render/markdown_escape.hpp"
#include "text/text.hpp"

namespace clean_article::render {

namespace {

class LineWriter {
 public:
  LineWriter(const std::vector<Run>& runs, bool in_table) : runs_(runs), in_table_(in_table) {
    for (const Run& run : runs) {
      if (run.kind == RunKind::kText) signs_.add(run.text);
      signs_.formulas = signs_.formulas || is_formula(run.kind);
    }
  }

  std::string run() {
    for (at_ = 0; at_ < runs_.size(); ++at_) {
      settle_marks();
      const Run& run = runs_[at_];
      if (run.kind == RunKind::kNote)
        write_note(run);
      else if (run.kind == RunKind::kText)
        write_text(run.text);
      else if (run.kind == RunKind::kImage)
        write_image(run);
      else if (is_formula(run.kind))
        write_formula(run);
      else
        write_break();
    }
    at_ = runs_.size();
    settle_marks();
    return std::move(out_);
  }

 private:
  struct Open {
    Mark mark;
    std::string closing;  // "" where the mark is not written
  };

  bool in(MarkKind kind) const {
    return std::any_of(open_.begin(), open_.end(),
                       [&](const Open& o) { return o.mark.kind == kind && !o.closing.empty(); });
  }

  // Closes and opens marks until those of the run at hand are open.
  void settle_marks() {
    static const std::vector<Mark> kNone;
    const std::vector<Mark>& wanted = at_ < runs_.size() ? runs_[at_].marks : kNone;
    std::size_t same = 0;
    while (same < open_.size() && same < wanted.size() && open_[same].mark == wanted[same]) ++same;
    while (open_.size() > same) close();
    for (; same < wanted.size(); ++same) open(wanted[same]);
  }

  // The text that a mark which begins at the run at hand will hold.
  std::string text_under(const Mark& mark) const {
    std::string text;
    for (std::size_t i = at_; i < runs_.size(); ++i) {
      const auto& marks = runs_[i].marks;
      if (std::find(marks.begin(), marks.end(), mark) == marks.end()) break;
      text += runs_[i].kind == RunKind::kText   ? runs_[i].text
              : runs_[i].kind == RunKind::kNote ? "]"
              : is_formula(runs_[i].kind)       ? "$"
                                                : " ";
    }
    return text;
  }

  char32_t character_behind(const Mark& mark) const {
    for (std::size_t i = at_; i < runs_.size(); ++i) {
      const auto& marks = runs_[i].marks;
      if (std::find(marks.begin(), marks.end(), mark) != marks.end()) continue;
      return runs_[i].kind == RunKind::kText   ? text::first_code_point(runs_[i].text)
             : runs_[i].kind == RunKind::kNote ? U'['
             : is_formula(runs_[i].kind)       ? U'$'
                                               : U' ';
    }
    return U' ';
  }

  void open(const Mark& mark) {
    Open open{mark, ""};
    if (in(MarkKind::kCode)) {
      open_.push_back(std::move(open));
      return;
    }
    // Space at the beginning of a mark goes before it.
    const std::string text = text_under(mark);
    const bool blank = std::all_of(text.begin(), text.end(), [](char c) { return c == ' '; });
    if (text.starts_with(' ') && !out_.ends_with(' ') && !blank) {
      out_ += ' ';
      swallow_space_ = true;
    }
    if (!blank) write_opening(mark, text, open.closing);
    open_.push_back(std::move(open));
  }

  void write_opening(const Mark& mark, const std::string& text, std::string& closing) {
    switch (mark.kind) {
      case MarkKind::kLink:
        if (out_.ends_with('!')) out_.insert(out_.size() - 1, "\\");
        out_ += '[';
        closing = "](" + escaped_target(mark.target) + ")";
        break;
      case MarkKind::kCode: {
        const std::string ticks = backticks_around(text, 1);
        const bool pad = text.starts_with('`') || text.ends_with('`');
        if (out_.ends_with('`')) return;
        out_ += ticks + (pad ? " " : "");
        closing = (pad ? " " : "") + ticks;
        break;
      }
      case MarkKind::kStrong:
        open_emphasis("**", mark, text, closing);
        break;
      case MarkKind::kEmphasis:
        open_emphasis("*", mark, text, closing);
        break;
      case MarkKind::kStrike:
        open_emphasis("~~", mark, text, closing);
        break;
      case MarkKind::kSub:
      case MarkKind::kSup:
        break;
    }
  }

  // Markdown recognises emphasis by the characters on both sides; where they would not do, or another is
  // open, the text stands plain.
  void open_emphasis(std::string_view sign, const Mark& mark, const std::string& text, std::string& closing) {
    if (in(MarkKind::kStrong) || in(MarkKind::kEmphasis) || in(MarkKind::kStrike)) return;
    std::string_view inner = text;
    while (inner.starts_with(' ')) inner.remove_prefix(1);
    while (inner.ends_with(' ')) inner.remove_suffix(1);
    const bool space_behind = text.ends_with(' ');
    const char32_t before = text::last_code_point(out_);
    const char32_t behind = space_behind ? U' ' : character_behind(mark);
    const auto flanks = [](char32_t inside, char32_t outside) {
      return text::is_word(inside) || text::is_space(outside);
    };
    if (before == U'*' || before == U'~' || before == U'`' || before == U'\\' || behind == U'*' ||
        behind == U'~')
      return;
    if (!flanks(text::first_code_point(inner), before) || !flanks(text::last_code_point(inner), behind))
      return;
    if (inner.find_first_of("*~") != std::string_view::npos) return;
    out_ += sign;
    closing = sign;
  }

  void close() {
    const std::string closing = std::move(open_.back().closing);
    open_.pop_back();
    if (closing.empty()) return;
    // Space at the end of a mark goes behind it.
    const bool space = out_.ends_with(' ') && closing[0] != ' ';
    if (space) out_.pop_back();
    out_ += closing;
    if (space) out_ += ' ';
  }

  bool in_code() const { return in(MarkKind::kCode); }

  void write_text(std::string_view text) {
    if (swallow_space_ && text.starts_with(' ')) text.remove_prefix(1);
    swallow_space_ = false;
    if (text.starts_with(' ') && out_.ends_with(' ')) text.remove_prefix(1);
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (in_code() ? in_table_ && text[i] == '|' : needs_escape(text, i) || binds_to_note(text, i))
        out_ += '\\';
      out_ += text[i];
    }
  }

  void write_note(const Run& run) {
    if (out_.ends_with('!')) out_.insert(out_.size() - 1, "\\");
    out_ += "[^" + run.text + "]";
  }

  bool needs_escape(std::string_view text, std::size_t i) const {
    if (!is_ascii_punctuation(static_cast<unsigned char>(text[i]))) return false;
    const std::string_view rest = text.substr(i + 1);
    Place place;
    place.line = std::string_view(out_).substr(line_begin_);
    place.before = text::last_code_point(i > 0 ? text.substr(0, i) : out_);
    place.behind = rest.empty() ? next_run_begins() : text::first_code_point(rest);
    place.ends_line = at_ + 1 == runs_.size();
    place.in_table = in_table_;
    place.in_link = in(MarkKind::kLink);
    return means_something(text, i, place, signs_);
  }

  // What would make a link or a footnote's own text of a reference that stands before it.
  bool binds_to_note(std::string_view text, std::size_t i) const {
    const bool behind_note = i == 0 && at_ > 0 && runs_[at_ - 1].kind == RunKind::kNote;
    return behind_note && (text[i] == '(' || text[i] == '[' || text[i] == ':');
  }

  char32_t next_run_begins() const {
    if (at_ + 1 >= runs_.size()) return U' ';
    // A mark may begin there, whose sign is punctuation.
    return runs_[at_ + 1].kind == RunKind::kText && runs_[at_ + 1].marks == runs_[at_].marks
               ? text::first_code_point(runs_[at_ + 1].text)
               : U'*';
  }

  void write_image(const Run& run) {
    out_ += "![";
    for (const char c : run.text) {
      if (std::string_view("[]\\`*_<&").find(c) != std::string_view::npos || (in_table_ && c == '|'))
        out_ += '\\';
      out_ += c;
    }
    out_ += "](" + escaped_target(run.target) + ")";
  }

  // TeX as it is: a renderer of formulas reads it before Markdown's signs. What a table or an HTML tag would
  // take for its own is written so that it is not.
  void write_formula(const Run& run) {
    const std::string_view sign = run.kind == RunKind::kDisplayFormula ? "$$" : "$";
    if (out_.ends_with('$')) out_ += ' ';
    out_ += sign;
    for (std::size_t i = 0; i < run.text.size(); ++i) {
      const char c = run.text[i];
      if (c == '|' && in_table_) out_ += '\\';
      out_ += c;
      const char next = i + 1 < run.text.size() ? run.text[i + 1] : ' ';
      if (c == '<' && next != ' ' && next != '=') out_ += ' ';
    }
    out_ += sign;
  }

  void write_break() {
    while (out_.ends_with(' ')) out_.pop_back();
    if (in_table_ || in_code()) {
      out_ += ' ';
    } else if (!out_.empty()) {
      out_ += "\\\n";
      line_begin_ = out_.size();
    }
  }

  const std::vector<Run>& runs_;
  const bool in_table_;
  LineSigns signs_;
  std::size_t at_ = 0;
  bool swallow_space_ = false;
  std::size_t line_begin_ = 0;
  std::vector<Open> open_;
  std::string out_;
};

}  // namespace

std::string backticks_around(std::string_view code, std::size_t least) {
  std::size_t row = 0;
  for (const char c : code) {
    row = c == '`' ? row + 1 : 0;
    least = std::max(least, row + 1);
  }
  return std::string(least, '`');
}

std::string markdown_line(const std::vector<Run>& runs, bool in_table, bool notes) {
  const auto is_note = [](const Run& run) { return run.kind == RunKind::kNote; };
  if (notes || std::none_of(runs.begin(), runs.end(), is_note)) return LineWriter(runs, in_table).run();
  std::vector<Run> others = runs;
  std::erase_if(others, is_note);
  return LineWriter(others, in_table).run();
}

}  // namespace clean_article::render
