#include "extract/blocks/pop_ups.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "text/text.hpp"

namespace clean_article::extract {

namespace {

using html::NodeId;
using html::Tag;

bool names_pop_up(std::string_view names) {
  constexpr std::size_t kLongest = 200;
  const std::string lower = text::lower_ascii(names.substr(0, kLongest));
  for (const std::string_view word : {"tooltip", "tool-tip", "popover", "hovercard", "hover-card"})
    if (lower.find(word) != std::string::npos) return true;
  return false;
}

}  // namespace

bool is_pop_up(const html::Document& document, NodeId element, const ElementNames& names) {
  constexpr NodeId kLooked = 64;
  if (names.role == "tooltip") return true;
  const html::Node& node = document[element];
  for (const Tag tag :
       {Tag::k_a, Tag::k_abbr, Tag::k_button, Tag::k_dfn, Tag::k_body, Tag::k_article, Tag::k_main})
    if (node.tag == tag) return false;
  if (names.has_data) return false;
  for (NodeId id = element + 1; id < std::min(node.end, element + kLooked); ++id) {
    if (document[id].tag == Tag::kText) continue;
    bool named = false;
    document.visit_attributes(id, [&](const html::Attribute& a) {
      named = named || a.raw_value == "tooltip" ||
              (text::equal_ignoring_ascii_case(a.name, "class") && names_pop_up(a.raw_value));
    });
    if (named) return false;
  }
  return element != node.parent + 1;  // something stands before it
}

}  // namespace clean_article::extract
