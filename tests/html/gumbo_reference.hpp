// Two readings of one page as comparable lines: by plain Gumbo, and by this project's Parser. Shared by
// the tests and tools/compare_trees. Comments and doctypes are left out; text nodes that then touch are one.
#pragma once

#include <gumbo.h>
#if defined(UNDER_ADDRESS_SANITIZER) || defined(__SANITIZE_ADDRESS__)
#include <sanitizer/lsan_interface.h>
#endif

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "html/html.hpp"
#include "text/text.hpp"

namespace clean_article::html {

// A tree in document order: "<div", " name=value" lines, ">" …, text lines, "/div".
using TreeLines = std::vector<std::string>;

namespace reference_detail {

inline std::string lower(std::string_view text) {
  std::string out;
  for (const char c : text)
    out += c == '\0' ? std::string("\xEF\xBF\xBD") : std::string(1, text::ascii_lower(c));
  return out;
}

inline void add_text(TreeLines& lines, std::string_view text) {
  if (text.empty()) return;
  if (lines.empty() || lines.back()[0] != '"') lines.emplace_back("\"");
  lines.back() += text;
}

inline const char* prefix(int name_space) {
  constexpr const char* kPrefixes[] = {"<", "<svg ", "<math "};
  return kPrefixes[name_space];
}

inline std::string gumbo_name(const GumboElement& element) {
  if (element.tag != GUMBO_TAG_UNKNOWN) return gumbo_normalized_tagname(element.tag);
  GumboStringPiece piece = element.original_tag;
  if (piece.data == nullptr) return "";
  // Gumbo counts a "</>" before a tag to the tag.
  while (std::string_view(piece.data, piece.length).substr(0, 3) == "</>") {
    piece.data += 3;
    piece.length -= 3;
  }
  gumbo_tag_from_original_text(&piece);
  return lower({piece.data, piece.length});
}

// As the source has it, in lower case: Gumbo takes the prefix off xlink:href and its like.
inline std::string attribute_name(const GumboAttribute& attribute) {
  std::string name = lower(attribute.name);
  switch (attribute.attr_namespace) {
    case GUMBO_ATTR_NAMESPACE_XLINK:
      return "xlink:" + name;
    case GUMBO_ATTR_NAMESPACE_XML:
      return "xml:" + name;
    case GUMBO_ATTR_NAMESPACE_XMLNS:
      return name == "xmlns" ? name : "xmlns:" + name;
    default:
      return name;
  }
}

}  // namespace reference_detail

inline TreeLines gumbo_lines(std::string_view utf8) {
  using namespace reference_detail;
#if defined(UNDER_ADDRESS_SANITIZER) || defined(__SANITIZE_ADDRESS__)
  const __lsan::ScopedDisabler gumbo_forgets_some_strings;
#endif
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  GumboOutput* output = gumbo_parse_with_options(&options, utf8.data(), utf8.size());
  TreeLines lines;
  std::vector<std::pair<const GumboNode*, unsigned>> open;
  const auto enter = [&](const GumboNode* node) {
    const GumboElement& element = node->v.element;
    lines.push_back(prefix(element.tag_namespace) + gumbo_name(element));
    for (unsigned i = 0; i < element.attributes.length; ++i) {
      const auto* attribute = static_cast<const GumboAttribute*>(element.attributes.data[i]);
      lines.push_back(" " + attribute_name(*attribute) + "=" + attribute->value);
    }
    open.emplace_back(node, 0);
  };
  enter(output->root);
  while (!open.empty()) {
    auto& [node, next] = open.back();
    if (next == node->v.element.children.length) {
      lines.push_back("/");
      open.pop_back();
      continue;
    }
    const auto* child = static_cast<const GumboNode*>(node->v.element.children.data[next++]);
    if (child->type == GUMBO_NODE_ELEMENT || child->type == GUMBO_NODE_TEMPLATE) {
      enter(child);
    } else if (child->type != GUMBO_NODE_COMMENT) {
      add_text(lines, child->v.text.text);
    }
  }
  gumbo_destroy_output(&options, output);
  return lines;
}

inline TreeLines our_lines(const Document& document) {
  using namespace reference_detail;
  TreeLines lines;
  std::vector<NodeId> open;
  const auto nodes = document.nodes();
  std::string text;
  for (NodeId id = 0; id <= nodes.size(); ++id) {
    while (!open.empty() && nodes[open.back()].end == id) {
      lines.push_back("/");
      open.pop_back();
    }
    if (id == nodes.size()) break;
    const Node& node = nodes[id];
    if (node.tag == Tag::kText) {
      text.clear();
      document.append_text(id, text);
      add_text(lines, text);
      continue;
    }
    lines.push_back(prefix(static_cast<int>(node.name_space)) + document.name(id));
    std::vector<std::string> seen;
    document.visit_attributes(id, [&](const Attribute& attribute) {
      const std::string name = lower(attribute.name);
      for (const std::string& earlier : seen) {
        if (earlier == name) return;
      }
      seen.push_back(name);
      std::string raw_name(attribute.name);
      for (char& c : raw_name) c = text::ascii_lower(c);
      lines.push_back(" " + name + "=" + document.attribute(id, raw_name).value_or("?"));
    });
    open.push_back(id);
  }
  return lines;
}

// Where Gumbo 0.10 is known to be wrong, both readings are made the same before they are compared.
struct Exceptions {
  bool repeated_attributes = false;  // after a repeated attribute it runs two names into one
  bool controls = false;             // controls and non-characters are U+FFFD to it
  bool foreign_end_tags = false;     // "</svg >" does not end an svg to it
  bool any() const { return repeated_attributes || controls || foreign_end_tags; }
};

namespace reference_detail {

// In document order, whether each element's start tag repeats an attribute.
inline std::vector<bool> repeated_attributes(const Document& document) {
  std::vector<bool> out;
  for (NodeId id = 0; id < document.nodes().size(); ++id) {
    if (document[id].tag == Tag::kText) continue;
    std::vector<std::string> seen;
    bool repeated = false;
    document.visit_attributes(id, [&](const Attribute& attribute) {
      const std::string name = lower(attribute.name);
      for (const std::string& earlier : seen) repeated = repeated || earlier == name;
      seen.push_back(name);
    });
    out.push_back(repeated);
  }
  return out;
}

inline TreeLines without_attributes(const TreeLines& lines, const std::vector<bool>& of_elements) {
  TreeLines out;
  std::size_t element = 0;
  bool leave_out = false;
  for (const std::string& line : lines) {
    if (line[0] == '<') {
      leave_out = element < of_elements.size() && of_elements[element];
      ++element;
    }
    if (line[0] != ' ' || !leave_out) out.push_back(line);
  }
  return out;
}

// Controls and non-characters are U+FFFD in the eyes of Gumbo, and a NUL in an attribute's name is nothing.
inline bool gumbo_refuses(char32_t c) {
  return (c < 0x20 && c != '\t' && c != '\n' && c != '\f' && c != '\r') || (c >= 0x7F && c <= 0x9F) ||
         (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE;
}

inline void replace_controls(TreeLines& lines) {
  for (std::string& line : lines) {
    std::string out;
    bool in_attribute_name = line[0] == ' ';
    for (std::size_t at = 0; at < line.size();) {
      const std::size_t begin = at;
      const char32_t c = text::next_code_point(line, at);
      in_attribute_name = in_attribute_name && c != U'=';
      if (in_attribute_name && (c == 0xFFFD || gumbo_refuses(c))) continue;
      out += gumbo_refuses(c) ? std::string("\xEF\xBF\xBD") : line.substr(begin, at - begin);
    }
    line = out;
  }
}

}  // namespace reference_detail

// The page with nothing but the name in its end tags. Roughly: enough to see whether that makes Gumbo
// agree.
inline std::string with_bare_end_tags(std::string_view page) {
  std::string out;
  for (std::size_t at = 0; at < page.size();) {
    out += page[at];
    if (page[at++] != '<' || at == page.size() || page[at] != '/') continue;
    const std::size_t close = page.find('>', at);
    const std::size_t name_end = page.find_first_of(" \t\r\n\f>", at);
    if (close == std::string_view::npos) continue;
    out += page.substr(at, name_end - at);
    at = close;
  }
  return out;
}

// Whether the two readings are equal; `used` says which exceptions it took.
inline bool equal_but_for_exceptions(TreeLines& theirs, TreeLines& ours, const Document& document,
                                     Exceptions& used) {
  using namespace reference_detail;
  if (theirs == ours) return true;
  const TreeLines before = ours;
  replace_controls(ours);
  replace_controls(theirs);
  used.controls = ours != before;
  if (theirs == ours) return true;
  const std::vector<bool> repeated = repeated_attributes(document);
  theirs = without_attributes(theirs, repeated);
  const std::size_t size = ours.size();
  ours = without_attributes(ours, repeated);
  used.repeated_attributes = size != ours.size();
  return theirs == ours;
}

}  // namespace clean_article::html
