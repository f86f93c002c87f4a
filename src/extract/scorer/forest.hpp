// Gradient-boosted trees as flat arrays. Owns their layout, that of tools/train_write.py, which writes it;
// knows nothing of what the columns mean.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace clean_article::extract {

// Trees one after the other; a tree's nodes stand together, breadth first, the children of a node side by
// side. One step down, without a branch: next = (link >> 1) + ((link & 1) & (row[feature] >= value)). A leaf
// links to itself, so every row may take as many steps as its tree is deep.
struct Forest {
  std::span<const std::uint32_t> begins;    // first node of each tree, and the end
  std::span<const std::uint8_t> depths;     // steps to the deepest leaf
  std::span<const std::uint16_t> features;  // per node: column
  std::span<const std::uint16_t>
      links;                      // per node: 2 × left child + 1, counted from the tree; leaf: 2 × itself
  std::span<const float> values;  // per node: threshold, or a leaf's log-odds
};

// How much each column moved the log-odds of one row: along each tree's path, the change of the mean leaf
// value at each split is credited to the split's column. Adds to `out`, which has one number a column.
void explain(const Forest& forest, std::span<const float> row, std::vector<float>& out);

}  // namespace clean_article::extract
