#include "extract/blocks/formulas.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "extract/blocks/class_tokens.hpp"
#include "extract/blocks/mathml.hpp"
#include "text/text.hpp"

namespace clean_article::extract {

namespace {

using html::Document;
using html::NodeId;
using html::Tag;

std::string raw_text(const Document& document, NodeId element) {
  std::string text;
  for (NodeId id = element + 1; id < document[element].end; ++id)
    if (document[id].tag == Tag::kText) document.append_text(id, text);
  return text;
}

// A percent sign begins a comment, which ends with its line.
std::string without_comments(std::string_view tex) {
  std::string out;
  for (std::size_t i = 0; i < tex.size(); ++i) {
    if (tex[i] != '%' || (i > 0 && tex[i - 1] == '\\')) {
      out += tex[i];
      continue;
    }
    const std::size_t end = tex.find('\n', i);
    if (end == std::string_view::npos) break;
    out += ' ';
    i = end;
  }
  return out;
}

bool take_off(std::string& tex, std::string_view begin, std::string_view end) {
  if (tex.size() < begin.size() + end.size() || !tex.starts_with(begin) || !tex.ends_with(end)) return false;
  tex = text::fold_html_space(
      std::string_view(tex).substr(begin.size(), tex.size() - begin.size() - end.size()));
  return true;
}

// Whether the braces at both ends are one pair.
bool is_one_group(std::string_view tex) {
  int depth = 0;
  for (std::size_t i = 0; i < tex.size(); ++i) {
    if (tex[i] == '\\') {
      ++i;
    } else if (tex[i] == '{') {
      ++depth;
    } else if (tex[i] == '}' && --depth == 0) {
      return i + 1 == tex.size();
    }
  }
  return false;
}

// On one line, without the delimiters and the style that engines put around it.
Formula cleaned(std::string_view written, bool display) {
  Formula formula{text::fold_html_space(without_comments(written)), display};
  std::string& tex = formula.tex;
  if (take_off(tex, "$$", "$$") || take_off(tex, "\\[", "\\]"))
    formula.display = true;
  else if (!take_off(tex, "\\(", "\\)"))
    take_off(tex, "$", "$");
  for (const std::string_view style : {"{\\displaystyle ", "{\\textstyle ", "{\\scriptstyle "})
    if (tex.starts_with(style) && is_one_group(tex)) take_off(tex, style, "}");
  if (tex.starts_with("\\displaystyle ")) take_off(tex, "\\displaystyle ", "");
  return formula;
}

std::optional<Formula> found(std::string_view written, bool display) {
  Formula formula = cleaned(written, display);
  if (formula.tex.empty()) return std::nullopt;
  // Stack Exchange puts these around each post, for its script alone.
  if (formula.tex == "\\begingroup" || formula.tex == "\\endgroup") return Formula{};
  return formula;
}

NodeId first_inside(const Document& document, NodeId element, Tag tag) {
  for (NodeId id = element + 1; id < document[element].end; ++id)
    if (document[id].tag == tag) return id;
  return html::kNoNode;
}

bool is_annotation(const Document& document, NodeId id) {
  if (document[id].tag != Tag::kUnknown || document.name(id) != "annotation") return false;
  const std::string encoding = text::to_lower(document.attribute(id, "encoding").value_or(""));
  return encoding.find("tex") != std::string::npos && encoding != "text/plain";
}

// Of a formula and not of a text with formulas in it: nothing where there are several.
std::optional<std::string> annotation_inside(const Document& document, NodeId element) {
  std::optional<std::string> tex;
  for (NodeId id = element + 1; id < document[element].end; ++id) {
    if (document[id].tag == Tag::k_p) return std::nullopt;
    if (!is_annotation(document, id)) continue;
    if (tex) return std::nullopt;
    tex = raw_text(document, id);
  }
  return tex;
}

// An alternative text may be how a formula is read aloud.
bool reads_as_tex(std::string_view text) {
  if (text.find_first_of("\\^_{}=<>+") != std::string_view::npos) return true;
  return !text.empty() && text.find(' ') == std::string_view::npos;
}

std::optional<Formula> of_math(const Document& document, NodeId math) {
  const bool display =
      document.attribute(math, "display") == "block" || document.attribute(math, "mode") == "display";
  if (const auto tex = annotation_inside(document, math); tex && !tex->empty()) return found(*tex, display);
  for (const std::string_view name : {"alttext", "data-latex", "data-tex"})
    if (const auto tex = document.attribute(math, name); tex && reads_as_tex(*tex))
      return found(*tex, display);
  return found(tex_of_mathml(document, math), display);
}

bool is_math_script(const Document& document, NodeId id) {
  return document[id].tag == Tag::k_script &&
         document.attribute(id, "type").value_or("").starts_with("math/tex");
}

std::optional<Formula> of_script(const Document& document, NodeId script) {
  if (!is_math_script(document, script)) return std::nullopt;
  std::string tex = raw_text(document, script);
  // kramdown hides signs from XML's parsers.
  for (const std::string_view sign : {"<![CDATA[", "]]>"})
    if (const std::size_t at = tex.find(sign); at != std::string::npos) tex.erase(at, sign.size());
  const std::string type = document.attribute(script, "type").value_or("");
  return found(tex, type.find("mode=display") != std::string::npos);
}

// MathJax 2 draws a formula before the script that holds it.
bool is_drawn_from_script(const Document& document, NodeId drawing) {
  const NodeId parent = document[drawing].parent;
  if (parent == html::kNoNode) return false;
  constexpr int kBetween = 4;  // siblings: white space, a preview, the drawing
  NodeId id = document[drawing].end;
  for (int siblings = 0; siblings < kBetween && id < document[parent].end;
       id = document[id].end, ++siblings) {
    if (is_math_script(document, id)) return true;
    if (document[id].tag == Tag::kText) {
      std::string text;
      document.append_text(id, text);
      if (!text::fold_html_space(text).empty()) return false;
    } else if (!ClassTokens(document, id).any_starts_with("MathJax")) {
      return false;
    }
  }
  return false;
}

std::optional<Formula> of_mathjax(const Document& document, NodeId element) {
  if (is_drawn_from_script(document, element)) return Formula{};
  const NodeId math = first_inside(document, element, Tag::k_math);
  if (math != html::kNoNode) return of_math(document, math);
  return std::nullopt;
}

std::optional<Formula> of_mathjax_3(const Document& document, NodeId container) {
  const bool display = document.attribute(container, "display") == "true";
  for (const std::string_view name : {"data-tex", "data-latex"})
    if (const auto tex = document.attribute(container, name)) return found(*tex, display);
  if (const NodeId math = first_inside(document, container, Tag::k_math); math != html::kNoNode) {
    auto formula = of_math(document, math);
    if (formula) formula->display = formula->display || display;
    return formula;
  }
  return found(tex_of_mathml(document, container), display);
}

std::optional<Formula> of_wikipedia(const Document& document, NodeId element) {
  const NodeId image = first_inside(document, element, Tag::k_img);
  const bool display = image != html::kNoNode &&
                       document.attribute(image, "class").value_or("").find("display") != std::string::npos;
  if (const NodeId math = first_inside(document, element, Tag::k_math); math != html::kNoNode) {
    auto formula = of_math(document, math);
    if (formula && image != html::kNoNode) formula->display = display;
    return formula;
  }
  if (image == html::kNoNode) return std::nullopt;
  return found(document.attribute(image, "alt").value_or(""), display);
}

// Pictures that say in their class or address that TeX made them.
std::optional<Formula> of_image(const Document& document, NodeId image) {
  const ClassTokens classes(document, image);
  std::string address = document.attribute(image, "src").value_or("");
  const bool by_class = classes.has("latex") || classes.has("tex") || classes.has("math") ||
                        classes.has("mathjax") || classes.any_starts_with("mwe-math-fallback-image") ||
                        classes.has("ql-img-inline-formula") || classes.has("ql-img-displayed-equation") ||
                        document.attribute(image, "eeimg");
  const auto in_address = [&](std::string_view part) { return address.find(part) != std::string::npos; };
  const bool by_address = in_address("latex.php?latex=") || in_address("latex.codecogs.com") ||
                          in_address("/mathtex.cgi?") || in_address("/equation?tex=") ||
                          in_address("cht=tx&");
  if (!by_class && !by_address) return std::nullopt;
  const std::string alt = document.attribute(image, "alt").value_or("");
  const bool display = classes.any_contains("display");
  return reads_as_tex(alt) ? found(alt, display) : std::nullopt;
}

// TeX that the page keeps beside what it draws.
std::optional<Formula> of_data(const Document& document, NodeId element) {
  static constexpr std::array<std::string_view, 7> kNames = {
      "data-tex", "data-latex", "data-math", "data-katex", "data-formula", "data-value", "data-equation"};
  const Tag tag = document[element].tag;
  for (const std::string_view name : kNames) {
    if (name == "data-value" && !ClassTokens(document, element).has("ql-formula")) continue;
    const auto tex = document.attribute(element, name);
    if (!tex || *tex == "true" || *tex == "false" || *tex == "1" || *tex == "0" || tex->starts_with("{\""))
      continue;
    if (first_inside(document, element, Tag::k_p) != html::kNoNode) return std::nullopt;
    const ClassTokens classes(document, element);
    return found(*tex, tag == Tag::k_div || tag == Tag::k_figure || classes.any_contains("display") ||
                           classes.any_contains("block"));
  }
  return std::nullopt;
}

// Substack's editor keeps the TeX in JSON: data-attrs='{"persistentExpression":"c^2", …}'.
std::optional<Formula> of_editor(const Document& document, NodeId element) {
  constexpr std::string_view kKey = "\"persistentExpression\":\"";
  const std::string json = document.attribute(element, "data-attrs").value_or("");
  const std::size_t at = json.find(kKey);
  if (at == std::string::npos) return std::nullopt;
  std::string tex;
  for (std::size_t i = at + kKey.size(); i < json.size() && json[i] != '"'; ++i) {
    const bool escape = json[i] == '\\' && i + 1 < json.size();
    if (escape) ++i;
    tex += escape && json[i] == 'n' ? ' ' : json[i];
  }
  return found(tex, document[element].tag == Tag::k_div);
}

// What converters wrote for a script that is to draw it: <span class="math inline">\(x\)</span>.
std::optional<Formula> of_marked_text(const Document& document, NodeId element) {
  constexpr NodeId kMostNodes = 4;
  if (document[element].end - element > kMostNodes) return std::nullopt;
  const std::string text = text::fold_html_space(raw_text(document, element));
  constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kDelimiters = {
      {{"$$", "$$"}, {"\\[", "\\]"}, {"\\(", "\\)"}, {"$", "$"}}};
  for (const auto& [begin, end] : kDelimiters) {
    if (text.size() <= begin.size() + end.size() || !text.starts_with(begin) || !text.ends_with(end))
      continue;
    if (text.find(end, begin.size()) + end.size() != text.size()) return std::nullopt;  // several formulas
    return found(text, false);
  }
  return std::nullopt;
}

}  // namespace

std::optional<Formula> formula_of(const Document& document, NodeId element) {
  const html::Node& node = document[element];
  switch (node.tag) {
    case Tag::k_math:
      return of_math(document, element);
    case Tag::k_script:
      return of_script(document, element);
    case Tag::k_img:
      return of_image(document, element);
    default:
      break;
  }
  if (node.tag == Tag::kUnknown && document.name(element) == "mjx-container")
    return of_mathjax_3(document, element);
  const ClassTokens classes(document, element);
  if (classes.has("katex-display") || classes.has("katex") || classes.any_starts_with("katex--")) {
    const bool display = classes.has("katex-display") || classes.has("katex--display");
    if (const auto tex = annotation_inside(document, element)) return found(*tex, display);
  }
  if (classes.any_starts_with("MathJax") || classes.any_starts_with("mjx-chtml") ||
      classes.any_starts_with("MJXc-display")) {
    if (auto formula = of_mathjax(document, element)) return formula;
  }
  if (classes.has("mwe-math-element")) return of_wikipedia(document, element);
  if (classes.has("latex-rendered")) return of_editor(document, element);
  if (auto formula = of_data(document, element)) return formula;
  if (classes.has("math") || classes.has("arithmatex") || classes.has("math-tex") || classes.has("tex") ||
      classes.has("math-container"))
    return of_marked_text(document, element);
  return std::nullopt;
}

}  // namespace clean_article::extract
