// Gumbo's tree of the skeleton to a Document of the source. Private to this floor.
#pragma once

#include <gumbo.h>

#include <cstdint>
#include <string_view>
#include <vector>

#include "html/parse/skeleton.hpp"
#include "html/parse/subtree_folder.hpp"
#include "html/tree/document.hpp"

namespace clean_article::html {

class TreeBuilder {
 public:
  // Fills document.nodes_ from the skeleton, whose runs must have become document.spans_ already. Marks
  // in `skeleton.guesses` what took effect. False when the tree is deeper than `max_depth`.
  bool build(const GumboOutput& output, std::uint32_t max_depth, Skeleton& skeleton, Document& document);

  // What may be folded in the latest page: less than was, where the tree shows that a subtree does not stand
  // where it would have stood.
  Folding foldable() const { return foldable_; }

 private:
  struct Frame {
    const GumboNode* node;
    unsigned next_child;
    NodeId id;
  };

  void add_text(const GumboNode& text, NodeId parent, std::uint16_t depth);
  void add_spans(std::uint32_t first, std::uint32_t count, NodeId parent, std::uint16_t depth);
  void add_subtree(const Subtree& subtree, NodeId parent, std::uint16_t depth);
  bool may_stand_in(NodeId parent, const Subtree& subtree) const;
  void add_element(const GumboNode& element, NodeId parent, std::uint16_t depth);
  std::uint32_t start_tag_of(const GumboElement& element);
  void note_merged(const GumboElement& element, NodeId id);
  void mark(std::uint32_t position, bool is_cdata);

  Skeleton* skeleton_ = nullptr;
  Document* document_ = nullptr;
  std::uint32_t max_depth_ = 0;
  std::uint32_t latest_tag_ = 0;
  std::uint32_t latest_run_ = 0;
  std::uint32_t behind_latest_subtree_ = 0;  // the number of the first start tag behind it
  std::uint32_t subtrees_placed_ = 0;
  Folding foldable_ = Folding::kAll;
  std::vector<Frame> open_;
};

}  // namespace clean_article::html
