#include "extract/blocks/mathml.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>
#include <vector>

#include "text/text.hpp"

namespace clean_article::extract {

namespace {

using html::Document;
using html::NodeId;
using html::Tag;

// Letters that mathematics writes in another shape, as the plain ones; others stay.
char32_t plain_letter(char32_t c) {
  constexpr char32_t kFirstLetter = 0x1D400, kEndOfItalics = 0x1D49C;  // bold, italic, bold italic
  constexpr char32_t kFirstSans = 0x1D5A0, kEndOfLetters = 0x1D6A4;    // without serifs, typewriter
  constexpr char32_t kFirstDigit = 0x1D7CE, kEndOfDigits = 0x1D800;
  constexpr char32_t kAlphabet = 26, kDigits = 10;
  constexpr char32_t kPlanck = 0x210E, kMinus = 0x2212;
  if (c == kPlanck) return U'h';
  if (c == kMinus) return U'-';
  if ((c >= kFirstLetter && c < kEndOfItalics) || (c >= kFirstSans && c < kEndOfLetters)) {
    const char32_t letter = (c - kFirstLetter) % (2 * kAlphabet);
    return letter < kAlphabet ? U'A' + letter : U'a' + letter - kAlphabet;
  }
  if (c >= kFirstDigit && c < kEndOfDigits) return U'0' + (c - kFirstDigit) % kDigits;
  return c;
}

bool is_invisible(char32_t c) {
  return (c >= 0x2061 && c <= 0x2064) || c == 0x200B || c == 0x2060;  // ⁡ function application and the like
}

bool is_relation(std::string_view sign) {
  static constexpr std::string_view kRelations[] = {"=", "<", ">", "≤", "≥", "≠", "≈", "≡", "∼", "≃", "→",
                                                    "←", "⇒", "⇐", "⇔", "↦", "∈", "∉", "⊂", "⊆", "∝", ":="};
  return std::find(std::begin(kRelations), std::end(kRelations), sign) != std::end(kRelations);
}

bool is_named_function(std::string_view name) {
  static constexpr std::string_view kNames[] = {
      "sin",    "cos", "tan", "cot", "sec", "csc", "sinh", "cosh", "tanh",   "arcsin", "arccos",
      "arctan", "log", "ln",  "lg",  "exp", "lim", "max",  "min",  "sup",    "inf",    "det",
      "dim",    "ker", "deg", "gcd", "arg", "hom", "Pr",   "mod",  "limsup", "liminf"};
  return std::find(std::begin(kNames), std::end(kNames), name) != std::end(kNames);
}

class MathReader {
 public:
  explicit MathReader(const Document& document) : document_(document) {}

  std::string row(NodeId parent) {
    std::string tex;
    for (const NodeId child : children_of(parent)) tex += element(child);
    return tex;
  }

 private:
  static constexpr int kDeepest = 60;  // elements; deeper ones are no formula that anybody wrote

  std::vector<NodeId> children_of(NodeId parent) const {
    std::vector<NodeId> children;
    for (NodeId id = parent + 1; id < document_[parent].end; id = document_[id].end)
      if (document_[id].tag != Tag::kText) children.push_back(id);
    return children;
  }

  std::string text(NodeId element) const {
    std::string raw;
    for (NodeId id = element + 1; id < document_[element].end; ++id) {
      if (document_[id].tag == Tag::kText) document_.append_text(id, raw);
      if (document_[id].tag == Tag::kUnknown) append_drawn(id, raw);
    }
    std::string plain;
    for (std::size_t at = 0; at < raw.size();) {
      const char32_t c = text::next_code_point(raw, at);
      if (!is_invisible(c)) text::append_utf8(plain_letter(c), plain);
    }
    return text::fold_html_space(plain);
  }

  // MathJax draws a character by a class: <mjx-c class="mjx-c1D438 TEX-I">.
  void append_drawn(NodeId id, std::string& out) const {
    const std::string classes = document_.attribute(id, "class").value_or("");
    constexpr std::string_view kLead = "mjx-c";
    constexpr int kHex = 16;
    if (!std::string_view(classes).starts_with(kLead)) return;
    unsigned code = 0;
    const char* begin = classes.data() + kLead.size();
    const char* end = classes.data() + classes.size();
    const auto read = std::from_chars(begin, end, code, kHex);
    constexpr unsigned kLast = 0x10FFFF;
    if (read.ptr == begin || code == 0 || code > kLast || (code >= 0xD800 && code < 0xE000)) return;
    text::append_utf8(code, out);
  }

  static std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
      if (c == '\\') {
        out += "\\backslash ";
        continue;
      }
      if (std::string_view("#$%&_{}").find(c) != std::string_view::npos) out += '\\';
      out += c;
    }
    return out;
  }

  static bool is_one_token(std::string_view tex) { return text::count_code_points(tex) == 1; }
  static std::string group(std::string_view tex) { return '{' + std::string(tex) + '}'; }
  // What a sign such as ^ binds to.
  static std::string base(const std::string& tex) {
    const bool command = tex.starts_with('\\') && std::all_of(tex.begin() + 1, tex.end(), [](char c) {
                           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
                         });
    return is_one_token(tex) || command || tex.empty() ? tex : group(tex);
  }

  std::string token(NodeId id, std::string_view name) const {
    const std::string shown = text(id);
    if (name == "mtext" || name == "ms") {
      const bool blank = shown.find_first_not_of(' ') == std::string::npos;
      return blank ? " " : "\\text" + group(escaped(shown));
    }
    if (name == "mo" && is_relation(shown)) return ' ' + shown + ' ';
    if (name != "mn" && is_named_function(shown)) return '\\' + shown + ' ';
    const bool word = name == "mi" && shown.size() > 1 && std::all_of(shown.begin(), shown.end(), [](char c) {
                        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
                      });
    return word ? "\\mathrm" + group(shown) : escaped(shown);
  }

  std::string element(NodeId id) {
    if (depth_ >= kDeepest) return escaped(text(id));
    ++depth_;
    std::string tex = element_within_bounds(id);
    --depth_;
    return tex;
  }

  std::string element_within_bounds(NodeId id) {
    std::string owned = document_.name(id);
    std::string_view name = owned;
    if (name.starts_with("mjx-")) name.remove_prefix(4);
    if (name == "mi" || name == "mn" || name == "mo" || name == "mtext" || name == "ms")
      return token(id, name);
    if (name == "annotation" || name == "annotation-xml" || name == "mphantom" || name == "surd" ||
        name == "assistive-mml")
      return "";
    if (name == "c") {
      std::string drawn;
      append_drawn(id, drawn);
      return escaped(drawn);
    }
    if (name == "mspace") return " ";
    const std::vector<NodeId> parts = children_of(id);
    const auto part = [&](std::size_t i) { return i < parts.size() ? trimmed(element(parts[i])) : ""; };
    if (name == "semantics") return parts.empty() ? "" : element(parts.front());
    if (name == "msup" || name == "mover") return scripted(part(0), "", part(1), name == "mover");
    if (name == "msub" || name == "munder") return scripted(part(0), part(1), "", false);
    if (name == "msubsup" || name == "munderover") {
      const std::string first = part(0);
      const std::string below = part(1);
      return scripted(first, below, part(2), false);
    }
    if (name == "mfrac" && parts.size() > 1) {
      const std::string above = part(0);
      return "\\frac" + group(above) + group(part(1));
    }
    if (name == "frac" && !parts.empty()) return drawn_fraction(id);
    if (name == "msqrt" || name == "sqrt") return "\\sqrt" + group(trimmed(row(id)));
    if (name == "mroot") {
      const std::string inside = part(0);
      return "\\sqrt[" + part(1) + ']' + group(inside);
    }
    if (name == "mtable") return table(parts);
    if (name == "mfenced") return fenced(id, parts);
    return row(id);
  }

  static std::string trimmed(std::string tex) {
    tex.erase(0, std::min(tex.find_first_not_of(' '), tex.size()));
    while (tex.ends_with(' ')) tex.pop_back();
    return tex;
  }

  static std::string scripted(const std::string& first, const std::string& below, const std::string& above,
                              bool over) {
    static constexpr std::pair<std::string_view, std::string_view> kAccents[] = {
        {"¯", "\\overline"}, {"‾", "\\overline"}, {"^", "\\hat"}, {"ˆ", "\\hat"}, {"~", "\\tilde"},
        {"˜", "\\tilde"},    {"→", "\\vec"},      {"⃗", "\\vec"},  {"˙", "\\dot"}, {"¨", "\\ddot"}};
    if (over)
      for (const auto& [sign, command] : kAccents)
        if (above == sign) return std::string(command) + group(first);
    std::string tex = base(first);
    if (!below.empty()) tex += '_' + group(below);
    if (above.find_first_not_of("′'") == std::string::npos && !above.empty()) return tex + "'";
    if (!above.empty()) tex += '^' + group(above);
    return tex;
  }

  // MathJax puts numerator and denominator in boxes of their own.
  std::string drawn_fraction(NodeId id) {
    std::vector<std::string> halves;
    for (NodeId inner = id + 1; inner < document_[id].end; ++inner) {
      if (document_[inner].tag != Tag::kUnknown) continue;
      const std::string name = document_.name(inner);
      if (name == "mjx-num" || name == "mjx-den") halves.push_back(trimmed(row(inner)));
      if (name == "mjx-num" || name == "mjx-den") inner = document_[inner].end - 1;
    }
    return halves.size() == 2 ? "\\frac" + group(halves[0]) + group(halves[1]) : row(id);
  }

  std::string table(const std::vector<NodeId>& rows) {
    std::string tex = "\\begin{matrix} ";
    for (std::size_t r = 0; r < rows.size(); ++r) {
      if (r > 0) tex += " \\\\ ";
      const std::vector<NodeId> cells = children_of(rows[r]);
      for (std::size_t c = 0; c < cells.size(); ++c) tex += (c > 0 ? " & " : "") + trimmed(element(cells[c]));
    }
    return tex + " \\end{matrix}";
  }

  std::string fenced(NodeId id, const std::vector<NodeId>& parts) {
    std::string tex = escaped(document_.attribute(id, "open").value_or("("));
    for (std::size_t i = 0; i < parts.size(); ++i) tex += (i > 0 ? ", " : "") + trimmed(element(parts[i]));
    return tex + escaped(document_.attribute(id, "close").value_or(")"));
  }

  const Document& document_;
  int depth_ = 0;
};

}  // namespace

std::string tex_of_mathml(const Document& document, NodeId math) {
  return text::fold_html_space(MathReader(document).row(math));
}

}  // namespace clean_article::extract
