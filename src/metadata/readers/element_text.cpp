#include "metadata/readers/element_text.hpp"

#include <algorithm>

#include "extract/extract.hpp"
#include "metadata/readers/candidates.hpp"

namespace clean_article::metadata {

using html::Document;
using html::NodeId;
using html::Tag;

namespace {

// `leaves_out` tells which elements inside do not count.
template <typename LeavesOut>
std::string text_without(const Document& document, NodeId element, const LeavesOut& leaves_out) {
  constexpr std::size_t kMostBytes = 1'000;
  constexpr NodeId kMostNodes = 200;
  std::string text;
  const NodeId end = std::min(document[element].end, element + kMostNodes);
  for (NodeId id = element + 1; id < end && text.size() < kMostBytes; ++id) {
    const Tag tag = document[id].tag;
    if (tag == Tag::kText) {
      document.append_text(id, text);
    } else if (tag == Tag::k_script || tag == Tag::k_style || tag == Tag::k_svg || leaves_out(id)) {
      id = document[id].end - 1;
    } else if (tag == Tag::k_br || tag == Tag::k_div || tag == Tag::k_p || tag == Tag::k_li) {
      text += ' ';
    }
  }
  return text;
}

}  // namespace

std::string text_inside(const Document& document, NodeId element) {
  return text_without(document, element, [](NodeId) { return false; });
}

std::string text_of_heading(const Document& document, NodeId heading) {
  std::string text = text_without(document, heading, [&](NodeId id) {
    if (extract::is_mark(document, id)) return true;
    return document[id].tag == Tag::k_a &&
           extract::is_permalink(document, heading, id, text_inside(document, id));
  });
  return folded(text).empty() ? text_inside(document, heading) : text;
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
