#include "metadata/readers/element_text.hpp"

#include <algorithm>

#include "metadata/readers/candidates.hpp"

namespace clean_article::metadata {

using html::Document;
using html::NodeId;
using html::Tag;

std::string text_inside(const Document& document, NodeId element) {
  constexpr std::size_t kMostBytes = 1'000;
  constexpr NodeId kMostNodes = 200;
  std::string text;
  const NodeId end = std::min(document[element].end, element + kMostNodes);
  for (NodeId id = element + 1; id < end && text.size() < kMostBytes; ++id) {
    const Tag tag = document[id].tag;
    if (tag == Tag::kText) {
      document.append_text(id, text);
    } else if (tag == Tag::k_script || tag == Tag::k_style || tag == Tag::k_svg) {
      id = document[id].end - 1;
    } else if (tag == Tag::k_br || tag == Tag::k_div || tag == Tag::k_p || tag == Tag::k_li) {
      text += ' ';
    }
  }
  return text;
}

std::string text_parts_inside(const Document& document, NodeId element) {
  constexpr std::size_t kMostBytes = 1'000;
  constexpr NodeId kMostNodes = 200;
  std::string text;
  NodeId last_parent = html::kNoNode;
  const NodeId end = std::min(document[element].end, element + kMostNodes);
  for (NodeId id = element + 1; id < end && text.size() < kMostBytes; ++id) {
    const Tag tag = document[id].tag;
    if (tag == Tag::k_script || tag == Tag::k_style || tag == Tag::k_svg) {
      id = document[id].end - 1;
    } else if (tag == Tag::kText) {
      std::string own;
      document.append_text(id, own);
      own = folded(own);
      if (own.empty()) continue;
      const bool joins = own == "&" || own == "," || own == "and" || text.ends_with("and") ||
                         text.ends_with(",") || text.ends_with("&");
      if (!text.empty()) text += joins || document[id].parent == last_parent ? " " : " | ";
      text += own;
      last_parent = document[id].parent;
    }
  }
  return text;
}

}  // namespace clean_article::metadata
