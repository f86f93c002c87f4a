// Growing gradient-boosted trees for a yes-or-no question. Knows binned numbers, labels and weights; nothing
// of pages. The sums of a column are always added up by one thread in row order, so the trees are the same
// whatever the number of threads.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "signal_bins.hpp"

namespace clean_article::training {

struct TreeOptions {
  unsigned trees = 300;
  unsigned leaves = 31;  // of a tree, which grows where the gain is greatest
  unsigned depth = 0;    // steps to the deepest leaf, 0 for any number
  double eta = 0.08;     // share of each tree's correction that is applied
  double row_share = 0.6;
  double column_share = 0.3;
  double least_weight = 20;  // Σ w·p·(1−p) of a leaf
  double lambda = 5;         // pulls leaf values to 0
  std::uint64_t seed = 1;
  unsigned jobs = 2;
};

enum class ColumnUse : std::uint8_t {
  kDropped,
  kPlain,
  kBlankable,  // in the second copy of the rows, where there is one, its commonest value stands everywhere
};

struct TrainingRows {
  std::span<const float> weights;        // 0: not learned from
  std::span<const std::uint8_t> labels;  // 0 or 1
  std::span<const ColumnUse> columns;
  bool blank_copy = false;  // learn every row twice, the second time without the blankable columns
};

// Trees one after the other, their nodes breadth first, so that the children of a node are neighbours; how
// to walk them stands in tools/train_write.py.
struct Forest {
  std::vector<std::uint32_t> tree_begins{0};  // one more than trees
  std::vector<std::uint8_t> tree_depths;
  std::vector<std::uint16_t> features;  // columns; 0 at leaves
  std::vector<std::uint16_t> links;     // inner node: 2 * left child + 1, leaf: 2 * itself; within the tree
  std::vector<float> values;            // right when signal >= value; a leaf's log-odds
  std::vector<double> gains;            // of all splits on a column

  std::size_t trees() const { return tree_depths.size(); }

  // Log-odds of one row of signals.
  float margin(std::span<const float> row) const { return walk(row, 0, trees(), 0); }

  // `sum` and then the leaves of some trees, added one after the other.
  float walk(std::span<const float> row, std::size_t begin_tree, std::size_t end_tree, float sum) const;

  // Puts another forest's trees behind these.
  void append(const Forest& other);
};

Forest grow_forest(const SignalBins& bins, const TrainingRows& rows, const TreeOptions& options);

}  // namespace clean_article::training
