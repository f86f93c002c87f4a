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

#include "html/tree/document.hpp"
#include "html/xpath/xpath.hpp"

namespace clean_article::html {

class XPathPage::Index {
 public:
  // Before anything else, and again for each further page.
  void turn_to(const Document& page, std::uint64_t budget);

  const Document& document() const { return *document_; }

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

  // The values of all elements that have an attribute of that name, removed or not. Elements are in document
  // order. Valid as long as the index.
  std::span<const AttributeValue> values(std::string_view name);

  std::string_view string_value(XPathNode node);
  bool is_blank(NodeId id);

 private:
  struct AttributeRun {
    std::uint32_t begin = 0;
    std::uint32_t count = kUnread;
  };
  // All values of one name. Names of classes come again and again on a page: whoever looks for elements by
  // them looks at each once.
  struct Column {
    std::vector<AttributeValue> values;
    std::vector<NodeId> elements;  // that the values point into
  };
  // Of the text of the page, taken out.
  struct TextRange {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
  };
  static constexpr std::uint32_t kUnread = 0xFFFF'FFFF;

  bool is_plain(std::string_view raw) const;
  void list_tags();
  void read_text();
  void cut_text(TextRange range);
  std::string_view text_without_cuts(NodeId id, TextRange range);
  bool is_few(NodeId begin, NodeId end) const;
  std::string_view text_of_few(NodeId begin, NodeId end);

  const Document* document_ = nullptr;
  std::uint64_t budget_ = 0;
  bool source_is_normal_ = false;      // no carriage return and no NUL in it
  std::vector<std::uint8_t> removed_;  // per node; empty while nothing is
  bool tags_listed_ = false;
  std::array<std::vector<NodeId>, static_cast<std::size_t>(Tag::kCount)> by_tag_;
  std::unordered_map<NodeId, std::string> unknown_names_;
  std::vector<AttributeRun> runs_;  // per node; empty until one is asked for
  std::vector<Attribute> attributes_;
  std::deque<std::string> owned_;  // what could not be a view into the source
  std::unordered_map<std::string, Column> columns_;

  // Reading the text of the whole page costs more than most expressions. So small elements are read apart, as
  // long as they are few, and what is taken out of the text later is only noted, and passed over where it is
  // asked for.
  bool text_read_ = false;
  std::size_t nodes_apart_ = 0, bytes_apart_ = 0;  // that were read apart
  std::deque<std::string> texts_;  // of the whole page; but the last only for who still looks at a part of it
  std::vector<std::uint32_t> text_begin_;  // per node and one more: where in it the node's text begins
  std::vector<TextRange> cuts_;            // of the text, sorted; none overlaps another
  std::unordered_map<NodeId, std::string> made_texts_;  // what was put together since the last removal
  std::size_t made_bytes_ = 0;  // of all that was put together since the text of the page was read
  std::string scratch_;
};

}  // namespace clean_article::html
