// The tree of a page that is too deep or too tangled for Gumbo: built from the skeleton by simple nesting,
// in time linear in the skeleton. Private to this floor.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/base.hpp"
#include "html/parse/skeleton.hpp"
#include "html/tree/document.hpp"

namespace clean_article::html {

// Follows HTML where that needs no more than a stack: implied ends of paragraphs, items, cells and
// options; end tags that close what is open inside; void elements. Formatting is not reopened, nothing
// is moved out of tables. Tags beyond max_depth are left out, with their end tags; text never is.
class PlainTreeBuilder {
 public:
  explicit PlainTreeBuilder(const Limits& limits);

  // Fills document.nodes_ from the skeleton, in which nothing is folded, and whose runs must have become
  // document.spans_ already.
  void build(const Skeleton& skeleton, Document& document);

 private:
  struct Open {
    NodeId id;
    std::uint32_t same_below;  // 1 + the place in open_ of the next element below with the same key
    std::uint32_t key;
    Tag tag;
  };

  void start(std::uint32_t index, std::string_view name, bool self_closing);
  void end(std::string_view name);
  void add_text(std::uint32_t run);
  NodeId add(Tag tag, std::uint32_t source);
  void push(NodeId id, Tag tag, std::uint32_t key);
  void pop_to(std::uint32_t place);
  void close_implied(Tag starting);
  void close_one(Tag tag, std::uint32_t above);
  void enter_body();
  std::uint32_t place_of(Tag tag) const { return top_of_[static_cast<std::size_t>(tag)]; }
  std::uint32_t boundary() const;

  std::uint32_t max_depth_;
  const Skeleton* skeleton_ = nullptr;
  Document* document_ = nullptr;
  std::vector<Open> open_;
  std::vector<std::uint32_t> left_out_;  // keys of the open elements beyond max_depth
  std::array<std::uint32_t, static_cast<std::size_t>(Tag::kCount)> top_of_{};  // 1 + place in open_, 0: none
  bool in_head_ = false;
  bool in_body_ = false;
  bool text_goes_on_ = false;  // the latest node is a text node to which the next run belongs
};

}  // namespace clean_article::html
