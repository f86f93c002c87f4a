// Parts as elements in the words of a format: the body of what markup.hpp promises.
#include <algorithm>

#include "render/markup.hpp"
#include "text/text.hpp"

namespace clean_article::render {

namespace {

class ElementWriter {
 public:
  explicit ElementWriter(Vocabulary vocabulary) : words_(vocabulary) {}

  std::string run(const std::vector<Part>& parts) {
    for (std::size_t i = 0; i < parts.size(); ++i) {
      const Part& part = parts[i];
      settle_definitions(part);
      if (part.event == PartEvent::kOpen) {
        open(part, parts, i);
      } else if (part.event == PartEvent::kClose) {
        out_ += closing(part.kind, ordered_lists_);
        open_.pop_back();
      } else {
        write(part);
      }
    }
    if (in_definitions_) out_ += "</dl>\n";
    return std::move(out_);
  }

 private:
  bool html() const { return words_ == Vocabulary::kHtml; }

  // Terms and definitions in a row are one <dl>.
  void settle_definitions(const Part& part) {
    const bool wanted = html() && part.event == PartEvent::kLeaf &&
                        (part.kind == PartKind::kTerm || part.kind == PartKind::kDefinition);
    if (wanted == in_definitions_) return;
    out_ += wanted ? "<dl>\n" : "</dl>\n";
    in_definitions_ = wanted;
  }

  void open(const Part& part, const std::vector<Part>& parts, std::size_t i) {
    // A list begins with the number of its first item.
    const std::uint32_t first = i + 1 < parts.size() ? parts[i + 1].number : 0;
    open_.push_back(part.kind);
    switch (part.kind) {
      case PartKind::kQuote:
        out_ += html() ? "<blockquote>\n" : "<quote>\n";
        break;
      case PartKind::kList:
        ordered_lists_.push_back(part.ordered);
        if (html()) {
          out_ += !part.ordered ? "<ul>\n"
                  : first > 1   ? "<ol start=\"" + std::to_string(first) + "\">\n"
                                : "<ol>\n";
        } else {
          out_ += part.ordered ? "<list rend=\"ol\">\n" : "<list rend=\"ul\">\n";
        }
        break;
      case PartKind::kItem:
        out_ += html() ? "<li>" : "<item>";
        if (part.task != '\0') out_ += part.task == 'x' ? "☑ " : "☐ ";
        break;
      case PartKind::kTable:
        out_ += "<table>\n";
        break;
      case PartKind::kRow:
        out_ += html() ? "<tr>" : "<row>";
        break;
      default:
        break;
    }
  }

  std::string closing(PartKind kind, std::vector<bool>& ordered_lists) const {
    switch (kind) {
      case PartKind::kQuote:
        return html() ? "</blockquote>\n" : "</quote>\n";
      case PartKind::kList: {
        const bool ordered = ordered_lists.back();
        ordered_lists.pop_back();
        return !html() ? "</list>\n" : ordered ? "</ol>\n" : "</ul>\n";
      }
      case PartKind::kItem:
        return html() ? "</li>\n" : "</item>\n";
      case PartKind::kTable:
        return "</table>\n";
      case PartKind::kRow:
        return html() ? "</tr>\n" : "</row>\n";
      default:
        return "";
    }
  }

  void write(const Part& part) {
    std::string begin;
    std::string end;
    names_of(part, begin, end);
    out_ += begin;
    if (part.kind == PartKind::kCode)
      out_ += escaped(plain_text(part));
    else
      write_runs(part.runs);
    out_ += end + (part.kind == PartKind::kCell ? "" : "\n");
  }

  void names_of(const Part& part, std::string& begin, std::string& end) const {
    const std::string level(1, static_cast<char>('0' + std::min<int>(std::max<int>(part.level, 1), 6)));
    const std::string language = part.language.empty() ? "" : escaped(part.language);
    switch (part.kind) {
      case PartKind::kHeading:
        begin = html()                       ? "<h" + level + ">"
                : words_ == Vocabulary::kTei ? "<ab type=\"header\" rend=\"h" + level + "\">"
                                             : "<head rend=\"h" + level + "\">";
        end = html() ? "</h" + level + ">" : words_ == Vocabulary::kTei ? "</ab>" : "</head>";
        return;
      case PartKind::kCode:
        if (html()) {
          begin = language.empty() ? "<pre><code>" : "<pre><code class=\"language-" + language + "\">";
          end = "</code></pre>";
        } else {
          const bool tei = words_ == Vocabulary::kTei;
          begin = (tei ? "<ab xml:space=\"preserve\"><code" : "<code") +
                  (language.empty() ? std::string() : " lang=\"" + language + "\"") + ">";
          end = tei ? "</code></ab>" : "</code>";
        }
        return;
      case PartKind::kTerm:
        begin = html() ? "<dt>" : "<p>";
        end = html() ? "</dt>" : "</p>";
        return;
      case PartKind::kDefinition:
        begin = html() ? "<dd>" : "<p>";
        end = html() ? "</dd>" : "</p>";
        return;
      case PartKind::kCell: {
        const std::string name = html() ? (part.header ? "th" : "td") : "cell";
        begin = '<' + name;
        if (!html() && part.header)
          begin += words_ == Vocabulary::kTei ? " role=\"label\"" : " role=\"head\"";
        if (part.columns > 1)
          begin += (html()                       ? " colspan=\""
                    : words_ == Vocabulary::kTei ? " cols=\""
                                                 : " span=\"") +
                   std::to_string(part.columns) + '"';
        if (part.rows > 1 && words_ != Vocabulary::kXml)
          begin += (html() ? " rowspan=\"" : " rows=\"") + std::to_string(part.rows) + '"';
        begin += '>';
        end = "</" + name + '>';
        return;
      }
      case PartKind::kFigure:
        begin = html() ? "<figure>" : "<p>";
        end = html() ? "</figure>" : "</p>";
        return;
      default:
        begin = "<p>";
        end = "</p>";
        return;
    }
  }

  // In TEI <code> holds nothing but characters, so other marks go around it.
  std::vector<Mark> marks_of(const Run& run) const {
    std::vector<Mark> marks = run.marks;
    if (words_ != Vocabulary::kTei) return marks;
    std::stable_partition(marks.begin(), marks.end(),
                          [](const Mark& mark) { return mark.kind != MarkKind::kCode; });
    while (marks.size() > 1 && marks[marks.size() - 2].kind == MarkKind::kCode) marks.pop_back();
    return marks;
  }

  void write_runs(const std::vector<Run>& runs) {
    std::vector<Mark> open;
    for (const Run& run : runs) {
      if (run.kind == RunKind::kNote) continue;
      const std::vector<Mark> marks = marks_of(run);
      std::size_t same = 0;
      while (same < open.size() && same < marks.size() && open[same] == marks[same]) ++same;
      for (; open.size() > same; open.pop_back()) out_ += mark_end(open.back());
      for (; same < marks.size(); ++same) {
        open.push_back(marks[same]);
        out_ += mark_begin(marks[same]);
      }
      write_run(run, !marks.empty() && marks.back().kind == MarkKind::kCode);
    }
    for (; !open.empty(); open.pop_back()) out_ += mark_end(open.back());
  }

  void write_run(const Run& run, bool in_code) {
    const bool tei = words_ == Vocabulary::kTei;
    if (run.kind == RunKind::kText)
      out_ += escaped(run.text);
    else if (is_formula(run.kind))
      write_formula(run);
    else if (run.kind == RunKind::kBreak)
      out_ += html() ? "<br>" : tei && in_code ? "\n" : "<lb/>";
    else if (html())
      out_ += "<img src=\"" + escaped(run.target) + "\" alt=\"" + escaped(run.text) + "\">";
    else if (tei)
      out_ += "<graphic url=\"" + escaped(run.target) + "\"><desc>" + escaped(run.text) + "</desc></graphic>";
    else
      out_ += "<graphic src=\"" + escaped(run.target) + "\" alt=\"" + escaped(run.text) + "\"/>";
  }

  // In HTML between the signs that scripts such as KaTeX look for.
  void write_formula(const Run& run) {
    const std::string_view sign = run.kind == RunKind::kDisplayFormula ? "$$" : "$";
    if (html())
      out_ += std::string(sign) + escaped(run.text) + std::string(sign);
    else
      out_ += "<formula notation=\"TeX\">" + escaped(run.text) + "</formula>";
  }

  std::string mark_begin(const Mark& mark) const {
    if (mark.kind == MarkKind::kLink)
      return (html() ? "<a href=\"" : "<ref target=\"") + escaped(mark.target) + "\">";
    if (html()) return '<' + std::string(html_name(mark.kind)) + '>';
    if (mark.kind == MarkKind::kCode) return "<code>";
    if (mark.kind == MarkKind::kStrike) return "<del rend=\"overstrike\">";
    return "<hi rend=\"#" + std::string(rendering(mark.kind)) + "\">";
  }

  std::string mark_end(const Mark& mark) const {
    if (mark.kind == MarkKind::kLink) return html() ? "</a>" : "</ref>";
    if (html()) return "</" + std::string(html_name(mark.kind)) + '>';
    return mark.kind == MarkKind::kCode ? "</code>" : mark.kind == MarkKind::kStrike ? "</del>" : "</hi>";
  }

  static std::string_view html_name(MarkKind kind) {
    switch (kind) {
      case MarkKind::kStrong:
        return "strong";
      case MarkKind::kEmphasis:
        return "em";
      case MarkKind::kCode:
        return "code";
      case MarkKind::kStrike:
        return "del";
      case MarkKind::kSub:
        return "sub";
      default:
        return "sup";
    }
  }

  static std::string_view rendering(MarkKind kind) {
    switch (kind) {
      case MarkKind::kStrong:
        return "b";
      case MarkKind::kEmphasis:
        return "i";
      case MarkKind::kSub:
        return "sub";
      default:
        return "sup";
    }
  }

  Vocabulary words_;
  std::string out_;
  std::vector<PartKind> open_;
  std::vector<bool> ordered_lists_;
  bool in_definitions_ = false;
};

}  // namespace

std::string escaped(std::string_view utf8) {
  std::string out;
  out.reserve(utf8.size());
  for (std::size_t at = 0; at < utf8.size();) {
    const std::size_t begin = at;
    const char32_t c = text::next_code_point(utf8, at);
    switch (c) {
      case U'&':
        out += "&amp;";
        break;
      case U'<':
        out += "&lt;";
        break;
      case U'>':
        out += "&gt;";
        break;
      case U'"':
        out += "&quot;";
        break;
      default: {
        const bool control = (c < 0x20 && c != U'\n' && c != U'\t') || (c >= 0x7F && c < 0xA0);
        const bool forbidden =
            (c & 0xFFFE) == 0xFFFE || (c >= 0xD800 && c < 0xE000) || (c >= 0xFDD0 && c <= 0xFDEF);
        if (!control && !forbidden) out.append(utf8, begin, at - begin);
      }
    }
  }
  return out;
}

std::string elements_of(const std::vector<Part>& parts, Vocabulary vocabulary) {
  return ElementWriter(vocabulary).run(parts);
}

}  // namespace clean_article::render
