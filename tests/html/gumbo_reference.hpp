// Two readings of one page as comparable lines: by plain Gumbo, and by this project's Parser. Shared by
// the tests and tools/compare_trees. Comments and doctypes are left out; text nodes that then touch are one.
#pragma once

#include <gumbo.h>

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
  for (const char c : text) out += c == '\0' ? std::string("\xEF\xBF\xBD") : std::string(1, text::ascii_lower(c));
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
  gumbo_tag_from_original_text(&piece);
  return lower({piece.data, piece.length});
}

// As the source has it, in lower case: Gumbo takes the prefix off xlink:href and its like.
inline std::string attribute_name(const GumboAttribute& attribute) {
  const std::string name = lower(attribute.name);
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
      lines.push_back(" " + name + "=" + document.attribute(id, lower(attribute.name)).value_or("?"));
    });
    open.push_back(id);
  }
  return lines;
}

}  // namespace clean_article::html
