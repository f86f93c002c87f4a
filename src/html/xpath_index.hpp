// What expressions ask of a page again and again, found once: elements by name, attributes, text. Owns the
// count of the work done on the page and what was taken out of it; knows no expressions.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "html/document.hpp"
#include "html/xpath.hpp"

namespace clean_article::html {

class XPathPage::Index {
 public:
  Index(const Document& page, std::uint64_t budget) : document(page), budget_(budget) {}

  const Document& document;

  // Counts work. False, now and ever after, when the budget is spent.
  bool spend(std::uint64_t units) {
    budget_ -= units < budget_ ? units : budget_;
    return budget_ > 0;
  }
  bool is_spent() const { return budget_ == 0; }

  bool is_removed(NodeId id) const { return !removed_.empty() && removed_[id] != 0; }
  void remove(XPathNode node);

  // All elements of a tag, or all texts, in document order, removed ones included.
  const std::vector<NodeId>& of_tag(Tag tag);
  // Lower case.
  std::string_view name(NodeId element);

  struct Attribute {
    std::string_view name;  // lower case
    std::string_view value;
    bool removed = false;
  };
  // In the order of the source. Valid until those of another element are asked for.
  std::span<Attribute> attributes(NodeId element);
  // 0 when there is none of that name, else 1 + its place.
  std::uint32_t find_attribute(NodeId element, std::string_view name);

  std::string_view string_value(XPathNode node);

 private:
  struct AttributeRun {
    std::uint32_t begin = 0;
    std::uint32_t count = kUnread;
  };
  static constexpr std::uint32_t kUnread = 0xFFFF'FFFF;

  void list_tags();
  void read_text();

  std::uint64_t budget_;
  std::vector<std::uint8_t> removed_;  // per node; empty while nothing is
  bool tags_listed_ = false;
  std::array<std::vector<NodeId>, static_cast<std::size_t>(Tag::kCount)> by_tag_;
  std::unordered_map<NodeId, std::string> unknown_names_;
  std::vector<AttributeRun> runs_;  // per node
  std::vector<Attribute> attributes_;
  std::deque<std::string> owned_;  // what could not be a view into the source
  bool text_read_ = false;
  std::string text_;                       // of the whole page, one after the other
  std::vector<std::uint32_t> text_begin_;  // per node and one more: where in it the node's text begins
};

}  // namespace clean_article::html
