#include "extract/blocks/code_elements.hpp"

#include <algorithm>
#include <charconv>
#include <string>
#include <string_view>

#include "extract/blocks/class_tokens.hpp"
#include "text/text.hpp"

namespace clean_article::extract {

namespace {

using html::Document;
using html::NodeId;
using html::Tag;

// Whether all text inside is a row of numbers that count up by one. `least`: how many there must be.
bool counts_up(const Document& document, NodeId element, int least) {
  constexpr std::size_t kMostDigits = 6;
  std::uint32_t last = 0;
  int numbers = 0;
  std::string text;
  for (NodeId id = element + 1; id < document[element].end; ++id) {
    if (document[id].tag != Tag::kText) continue;
    text.clear();
    document.append_text(id, text);
    for (std::size_t at = 0; at < text.size();) {
      if (text::is_html_space(text[at])) {
        ++at;
        continue;
      }
      std::size_t end = at;
      while (end < text.size() && !text::is_html_space(text[end])) ++end;
      std::uint32_t number = 0;
      const auto read = std::from_chars(text.data() + at, text.data() + end, number);
      if (read.ptr != text.data() + end || end - at > kMostDigits) return false;
      if (numbers > 0 && number != last + 1) return false;
      last = number;
      ++numbers;
      at = end;
    }
  }
  return numbers >= least;
}

// Whether a class says that its element numbers lines.
bool is_named_for_numbers(const ClassTokens& classes) {
  return classes.any([](std::string_view token) {
    if (token == "ln" || token == "lnt" || token == "lnum" || token == "num" || token == "nums") return true;
    const std::string name = text::to_lower(token);
    for (const std::string_view part : {"lineno", "linenum", "line-num", "line_num", "gutter", "blob-num",
                                        "hljs-ln-n", "crayon-num", "numbering", "line-index", "linenodiv"})
      if (name.find(part) != std::string::npos) return true;
    return false;
  });
}

bool is_not_selected(const Document& document, NodeId element) {
  const std::string style = document.attribute(element, "style").value_or("");
  const std::size_t at = style.find("user-select");
  return at != std::string::npos && style.find("none", at) != std::string::npos;
}

bool is_bar_of_tools(const ClassTokens& classes) {
  return classes.any([](std::string_view token) {
    for (const std::string_view name :
         {"toolbar", "copy-btn", "copy-button", "btn-copy", "copybtn", "copy-code-button", "hljs-button",
          "clipboard", "clipboard-copy", "code-copy"})
      if (token == name) return true;
    return false;
  });
}

// The first characters inside, as written: code that begins with anything else is no number.
bool may_be_number(const Document& document, NodeId element) {
  for (NodeId id = element + 1; id < document[element].end; ++id) {
    if (document[id].tag != Tag::kText) continue;
    for (const html::TextSpan& span : document.spans(id))
      for (std::uint32_t at = span.span.begin; at < span.span.end; ++at) {
        const char c = document.source()[at];
        if (!text::is_html_space(c)) return (c >= '0' && c <= '9') || c == '&';
      }
  }
  return true;
}

bool is_in_cell_beside_another(const Document& document, NodeId id) {
  constexpr int kNear = 4;  // elements between a <pre> of numbers and its cell
  for (int steps = 0; steps < kNear && id != html::kNoNode; ++steps, id = document[id].parent) {
    if (document[id].tag != Tag::k_td) continue;
    const NodeId row = document[id].parent;
    return row != html::kNoNode && document[id].end < document[row].end;
  }
  return false;
}

bool has_child_of_class(const Document& document, NodeId parent, std::string_view name) {
  for (NodeId id = parent + 1; id < document[parent].end; id = document[id].end)
    if (document[id].tag != Tag::kText && ClassTokens(document, id).has(name)) return true;
  return false;
}

bool is_line(const Document& document, NodeId id) {
  if (document[id].tag == Tag::k_code) return true;
  const std::string style = document.attribute(id, "style").value_or("");
  if (style.find("display:block") != std::string::npos || style.find("display: block") != std::string::npos)
    return true;
  return ClassTokens(document, id).any([](std::string_view token) {
    return token == "line" || token.ends_with("-line") || token == "loc";
  });
}

}  // namespace

bool is_beside_code(const Document& document, NodeId element) {
  const html::Node& node = document[element];
  if (node.tag == Tag::k_button) return true;
  if (node.tag == Tag::k_pre || node.tag == Tag::k_code) return false;
  const std::string_view written = document.written_tag(element);
  constexpr std::size_t kBareTag = 8;  // "<span>" has no attribute
  if (written.size() <= kBareTag) return false;
  if (!may_be_number(document, element)) {
    // Asked of each word that a highlighter colours: told by what the tag does not have.
    const auto has = [&](std::string_view part) { return written.find(part) != std::string_view::npos; };
    return (has("copy") || has("toolbar") || has("clipboard") || has("hljs-button")) &&
           is_bar_of_tools(ClassTokens(document, element));
  }
  const ClassTokens classes(document, element);
  if (is_named_for_numbers(classes)) return counts_up(document, element, 0);
  if (is_bar_of_tools(classes)) return true;
  const bool may_number = node.tag == Tag::k_td || node.tag == Tag::k_span || node.tag == Tag::k_a;
  if (may_number && document.attribute(element, "data-line-number")) return counts_up(document, element, 0);
  return is_not_selected(document, element) && counts_up(document, element, 1);
}

bool is_gutter(const Document& document, NodeId pre) {
  if (!may_be_number(document, pre) || !counts_up(document, pre, 1)) return false;
  if (is_in_cell_beside_another(document, pre)) return true;
  constexpr int kNear = 3;
  NodeId id = pre;
  for (int steps = 0; steps < kNear && id != html::kNoNode; ++steps, id = document[id].parent)
    if (is_named_for_numbers(ClassTokens(document, id))) return true;
  return false;
}

NodeId holder_of_lines(const Document& document, NodeId pre) {
  for (NodeId id = pre + 1; id < document[pre].end; ++id) {
    if (document[id].tag != Tag::kText) continue;
    std::string text;
    document.append_text(id, text);
    if (text.find('\n') != std::string::npos) return html::kNoNode;
  }
  for (NodeId holder = pre;;) {
    NodeId last = html::kNoNode;
    int elements = 0;
    int lines = 0;
    int breaks = 0;
    for (NodeId id = holder + 1; id < document[holder].end; id = document[id].end) {
      if (document[id].tag == Tag::k_br) ++breaks;
      if (document[id].tag == Tag::kText || document[id].tag == Tag::k_br) continue;
      last = id;
      ++elements;
      if (is_line(document, id)) ++lines;
    }
    if (breaks > 0 && breaks + 1 >= lines) return html::kNoNode;  // each line has its <br>
    if (lines > 1 && lines == elements) return holder;
    if (elements != 1) return html::kNoNode;
    holder = last;  // a wrapper around all lines
  }
}

bool is_code_box(const Document& document, NodeId element) {
  const Tag tag = document[element].tag;
  if (tag != Tag::k_div && tag != Tag::k_table && tag != Tag::k_section) return false;
  const ClassTokens classes(document, element);
  for (const std::string_view name :
       {"syntaxhighlighter", "CodeMirror-code", "view-lines", "crayon-pre", "blob-wrapper",
        "js-file-line-container", "ace_text-layer", "react-code-lines"})
    if (classes.has(name)) return true;
  // A theme calls its pages so, too.
  if (classes.has("cm-content")) return has_child_of_class(document, element, "cm-line");
  // Code as an editor puts it on the clipboard: a <div> a line in a typewriter's font.
  if (!document.attribute(element, "style")) return false;
  int lines = 0;
  for (NodeId id = element + 1; id < document[element].end; id = document[id].end)
    lines += document[id].tag == Tag::k_div ? 1 : 0;
  return lines > 1;
}

}  // namespace clean_article::extract
