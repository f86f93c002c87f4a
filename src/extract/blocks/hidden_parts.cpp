#include "extract/blocks/hidden_parts.hpp"

#include <algorithm>
#include <string>

#include "extract/blocks/element_roles.hpp"
#include "text/text.hpp"

namespace clean_article::extract {

namespace {

using html::NodeId;
using html::Tag;

bool is_heading(Tag tag) {
  return tag >= Tag::k_h1 && tag <= Tag::k_h6;
}

bool is_hidden(const CategorySet& categories) {
  return categories.has(Category::k_hidden);
}
bool is_aloud(const CategorySet& categories) {
  return categories.has(Category::k_class_unseen);
}

}  // namespace

bool HiddenParts::holds(NodeId element, const CategorySet& categories, NodeId block) {
  constexpr std::size_t kSentence =
      60;  // bytes: in shorter lines words for screen readers say what the rest is
  constexpr std::size_t kMostHidden =
      2;  // what is shown is so many times what is hidden: else a script shows it
  const bool hidden = is_hidden(categories);
  if (!hidden && !is_aloud(categories)) return false;
  const Tag tag = document_[block].tag;
  if (tag != Tag::k_p && !is_heading(tag)) return false;
  // What folds up is text, and so is what is faded in. (Names of classes and ids, and parts of such.)
  for (const char* attribute : {"class", "id"}) {
    const std::string names = text::to_lower(document_.attribute(element, attribute).value_or(""));
    for (const char* folded : {"more", "collaps", "expand", "toggle", "fold", "trunc", "reveal", "fade",
                               "anim", "spoiler", "full", "rest", "answer"})
      if (names.find(folded) != std::string::npos) return false;
  }
  if (weighed_ != block) weigh(block);
  if (hidden) return shown_ > 0 && hidden_ * kMostHidden <= shown_;
  return is_heading(tag) ? shown_ > 0 : shown_ >= kSentence;
}

void HiddenParts::weigh(NodeId block) {
  weighed_ = block;
  shown_ = hidden_ = 0;
  for (NodeId id = block + 1; id < document_[block].end;) {
    const html::Node& node = document_[id];
    if (node.tag == Tag::kText) {
      shown_ += bytes_in(id);
      ++id;
      continue;
    }
    if (node.name_space != html::Namespace::kHtml || role_of(node.tag) == Role::kSkipped) {
      id = node.end;
      continue;
    }
    std::uint64_t signature = 0;
    const CategorySet categories = classifier_.classify(document_, id, signature);
    if (!is_hidden(categories) && !is_aloud(categories)) {
      ++id;
      continue;
    }
    for (NodeId inside = id + 1; inside < node.end && is_hidden(categories); ++inside)
      if (document_[inside].tag == Tag::kText) hidden_ += bytes_in(inside);
    id = node.end;
  }
}

// Without white space.
std::size_t HiddenParts::bytes_in(NodeId node) const {
  std::string text;
  document_.append_text(node, text);
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return !text::is_html_space(c); }));
}

}  // namespace clean_article::extract
