#include "extract/blocks/folds.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "text/text.hpp"

namespace clean_article::extract {

using html::NodeId;
using html::Tag;

void Folds::begin(const html::Document& document) {
  constexpr int kMostSearches = 16;  // each reads the whole page
  document_ = &document;
  searches_left_ = kMostSearches;
}

bool Folds::holds(NodeId element, const ElementNames& names, std::size_t bytes) {
  constexpr std::size_t kSentence = 40;         // bytes: for less a script may stand by for other reasons
  constexpr std::string_view kStreamed = "S:";  // what React sends behind the page, for a script to place
  if (names.hidden_until_found || (names.hidden && names.id.starts_with(kStreamed))) return true;
  if (opens_what_follows(element_before(element))) return true;
  if (opens_what_follows(element_before((*document_)[element].parent))) return true;
  return bytes >= kSentence && is_referred_to(names);
}

// The element that stands before another one in their parent; kNoNode where none does, or text.
NodeId Folds::element_before(NodeId element) const {
  const auto nodes = document_->nodes();
  const NodeId parent = element == html::kNoNode ? html::kNoNode : nodes[element].parent;
  for (NodeId id = element; parent != html::kNoNode && id > parent + 1;) {
    --id;  // the last node inside what stands before
    while (nodes[id].parent != parent) id = nodes[id].parent;
    if (nodes[id].tag != Tag::kText) return id;
    std::string text;
    document_->append_text(id, text);
    if (!std::ranges::all_of(text, text::is_html_space)) return html::kNoNode;
  }
  return html::kNoNode;
}

// A term, or a short element with a control in it.
bool Folds::opens_what_follows(NodeId element) const {
  constexpr NodeId kMostNodes = 12;
  if (element == html::kNoNode) return false;
  const NodeId end = (*document_)[element].end;
  if ((*document_)[element].tag == Tag::k_dt) return true;
  for (NodeId id = element; id < end && end - element <= kMostNodes; ++id) {
    const Tag tag = (*document_)[id].tag;
    if (tag == Tag::k_button || tag == Tag::k_input || tag == Tag::k_summary) return true;
    if (tag == Tag::kText) continue;
    bool is_control = false;
    document_->visit_attributes(id, [&](const html::Attribute& a) {
      is_control = is_control || text::equal_ignoring_ascii_case(a.name, "onclick") ||
                   text::equal_ignoring_ascii_case(a.name, "aria-expanded");
    });
    if (is_control) return true;
  }
  return false;
}

// Whether something else on the page names the element: a control that opens it, or a script. It does by the
// id in quotation marks, or by "#id" or ".class" behind one.
bool Folds::is_referred_to(const ElementNames& names) {
  const std::string_view source = document_->source();
  const auto is_quotation_mark = [](char c) { return c == '"' || c == '\''; };
  // Its own attribute, and those that only describe: a tooltip is no part of the text.
  const auto describes = [&](std::size_t end) {
    const std::string_view before = source.substr(0, end);
    return std::ranges::any_of(std::initializer_list<std::string_view>{"id=", "class=", "aria-describedby=",
                                                                       "aria-labelledby=", "name="},
                               [&](std::string_view attribute) { return before.ends_with(attribute); });
  };
  const auto is_named = [&](std::string_view name, char sign, bool alone) {
    if (searches_left_ == 0) return true;
    --searches_left_;
    for (std::size_t at = text::find_in(source, name, 0); at != std::string_view::npos;
         at = text::find_in(source, name, at + 1)) {
      const std::size_t end = at + name.size();
      if (alone && at >= 1 && is_quotation_mark(source[at - 1]) && end < source.size() &&
          source[end] == source[at - 1] && !describes(at - 1))
        return true;
      if (at >= 2 && source[at - 1] == sign && is_quotation_mark(source[at - 2]) && !describes(at - 2))
        return true;
    }
    return false;
  };
  if (!names.id.empty() && is_named(names.id, '#', true)) return true;
  if (names.classes.empty()) return false;
  return is_named(names.classes.substr(0, names.classes.find(' ')), '.', false);
}

}  // namespace clean_article::extract
