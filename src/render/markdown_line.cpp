// One leaf in Markdown: marks and escapes. The other half of markdown.hpp.
#include <algorithm>
#include <array>

#include "render/markdown.hpp"
#include "text/text.hpp"

namespace clean_article::render {

namespace {

bool is_ascii_punctuation(char32_t c) {
  return (c > 0x20 && c < 0x30) || (c > 0x39 && c < 0x41) || (c > 0x5A && c < 0x61) || (c > 0x7A && c < 0x7F);
}

// Where a character reference would begin in Markdown: "&amp;", "&#8217;".
bool begins_reference(std::string_view text) {
  constexpr std::size_t kLongest = 40;
  const std::size_t end = text.substr(0, kLongest).find(';');
  return end != std::string_view::npos && end > 1 &&
         std::all_of(text.begin() + 1, text.begin() + static_cast<std::ptrdiff_t>(end), [](char c) {
           return c == '#' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
         });
}

// An address between the brackets of a link.
std::string escaped_target(std::string_view target) {
  std::string out;
  for (std::size_t i = 0; i < target.size(); ++i) {
    const char c = target[i];
    static constexpr char kHex[] = "0123456789ABCDEF";
    if (std::string_view(" ()<>\\\"`*_~|[]").find(c) != std::string_view::npos && c != '_' && c != '~' &&
        c != '*') {
      const auto byte = static_cast<unsigned char>(c);
      out += '%';
      out += kHex[byte >> 4];
      out += kHex[byte & 15];
    } else if (c == '&' && begins_reference(target.substr(i))) {
      out += "&amp;";
    } else {
      out += c;
    }
  }
  return out;
}

class LineWriter {
 public:
  LineWriter(const std::vector<Run>& runs, bool in_table) : runs_(runs), in_table_(in_table) {
    for (const Run& run : runs) {
      if (run.kind != RunKind::kText) continue;
      tildes_ += static_cast<std::size_t>(std::count(run.text.begin(), run.text.end(), '~'));
      dollars_brackets_ = dollars_brackets_ || run.text.find("](") != std::string::npos ||
                          run.text.find("]:") != std::string::npos ||
                          run.text.find("[^") != std::string::npos;
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
      text += runs_[i].kind == RunKind::kText ? runs_[i].text : runs_[i].kind == RunKind::kNote ? "]" : " ";
    }
    return text;
  }

  char32_t character_behind(const Mark& mark) const {
    for (std::size_t i = at_; i < runs_.size(); ++i) {
      const auto& marks = runs_[i].marks;
      if (std::find(marks.begin(), marks.end(), mark) != marks.end()) continue;
      return runs_[i].kind == RunKind::kText   ? text::first_code_point(runs_[i].text)
             : runs_[i].kind == RunKind::kNote ? U'['
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

  // What would make a link or a footnote's own text of a reference that stands before it.
  bool binds_to_note(std::string_view text, std::size_t i) const {
    const bool behind_note = i == 0 && at_ > 0 && runs_[at_ - 1].kind == RunKind::kNote;
    return behind_note && (text[i] == '(' || text[i] == '[' || text[i] == ':');
  }

  bool at_line_start() const { return out_.empty() || out_.ends_with('\n'); }

  // Whether the character would mean something. `i` is a place in the text of one run.
  bool needs_escape(std::string_view text, std::size_t i) const {
    const char c = text[i];
    const std::string_view rest = text.substr(i + 1);
    const char32_t before = i > 0 ? text::last_code_point(text.substr(0, i)) : text::last_code_point(out_);
    const char32_t behind = rest.empty() ? next_run_begins() : text::first_code_point(rest);
    switch (c) {
      case '\\':
        return is_ascii_punctuation(behind) || rest.empty();
      case '`':
        return true;
      case '*':
        return !(before == U' ' && behind == U' ') || at_line_start();
      case '_':
        return !(text::is_word(before) && text::is_word(behind)) && !(before == U' ' && behind == U' ');
      case '[':
        return dollars_brackets_ || in(MarkKind::kLink) || rest.starts_with(" ]") || rest.starts_with("x]") ||
               rest.starts_with("X]");
      case ']':
        return in(MarkKind::kLink);
      case '<':
        return text::is_letter(behind) || behind == U'/' || behind == U'!' || behind == U'?';
      case '&':
        return begins_reference(text.substr(i));
      case '~':
        return tildes_ > 1;
      case '|':
        return in_table_ || at_line_start();
      case '#':
        return at_line_start() ? begins_heading(text.substr(i))
                               : rest.empty() && at_ + 1 == runs_.size() && ends_heading(text, i);
      case '>':
        return at_line_start();
      case '-':
      case '+':
        return at_line_start() &&
               (behind == U' ' || rest.find_first_not_of("- ") == std::string_view::npos || c == '-');
      case '=':
      case ':':
        return at_line_start() && text.find_first_not_of("=:-| ", i) == std::string_view::npos;
      case '.':
      case ')':
        return behind == U' ' && is_number_at_line_start(text.substr(0, i));
      default:
        return false;
    }
  }

  char32_t next_run_begins() const {
    if (at_ + 1 >= runs_.size()) return U' ';
    // A mark may begin there, whose sign is punctuation.
    return runs_[at_ + 1].kind == RunKind::kText && runs_[at_ + 1].marks == runs_[at_].marks
               ? text::first_code_point(runs_[at_ + 1].text)
               : U'*';
  }

  static bool begins_heading(std::string_view text) {
    const std::size_t end = text.find_first_not_of('#');
    return end == std::string_view::npos || text[end] == ' ';
  }
  // A row of # at the end of a heading is taken for its closing.
  static bool ends_heading(std::string_view text, std::size_t i) {
    const std::size_t begin = text.find_last_not_of('#', i);
    return begin == std::string_view::npos || text[begin] == ' ';
  }

  bool is_number_at_line_start(std::string_view before) const {
    constexpr std::size_t kMostDigits = 9;  // of a list item's number
    const std::string_view own = std::string_view(out_).substr(line_begin_);
    return !own.empty() && own.size() <= kMostDigits && before.size() <= own.size() &&
           std::all_of(own.begin(), own.end(), [](char c) { return c >= '0' && c <= '9'; });
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
  std::size_t tildes_ = 0;
  bool dollars_brackets_ = false;
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
