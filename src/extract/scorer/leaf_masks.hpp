// The trees of a forest in the form in which many rows are judged at once. Instead of walking down a tree,
// all of its tests are made, for a batch of rows side by side: a test that says "right" strikes out the
// leaves on its left, and the first leaf left over is the one a walk would have led to. More tests, but none
// waits for another, and each is one comparison of vectors.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "extract/scorer/forest.hpp"

namespace clean_article::extract {

class LeafMasks {
 public:
  // `columns` says for each feature of the forest where a row has it. Behind so many of the trees, or all
  // where there are fewer, the sums are looked at. Copies what it needs.
  LeafMasks(const Forest& forest, std::span<const std::uint16_t> columns,
            std::size_t trees_before_look = std::numeric_limits<std::size_t>::max());

  static constexpr float kNoneHopeless = -std::numeric_limits<float>::infinity();

  // Adds to the log-odds of some rows of a matrix of `row_size` numbers a row, by their numbers: `sums` has
  // one for each row of the matrix, and those of `which` become, bit by bit, what walking the trees and
  // adding their leaves one after the other makes of them. A row that has less than `hopeless` when the sums
  // are looked at keeps what it has then, and is taken off `which`.
  void evaluate(std::span<const float> rows, std::size_t row_size, float hopeless,
                std::vector<std::uint32_t>& which, std::span<float> sums) const;

  struct Test {
    float threshold;
    std::uint32_t struck;  // of a group of 32 leaves, those that a row loses whose value is not below it
    std::uint32_t column;  // of a row
  };
  // 32 leaves of a tree, from left to right, or its last.
  struct Group {
    std::uint32_t end_test;    // the first is the end of the group before
    std::uint32_t first_leaf;  // into leaves_
    std::uint32_t left;        // of its leaves, those that tests which are not in tests_ have left
    bool ends_tree;
  };

 private:
  friend struct LeafMaskBatch;

  void add_tree(const Forest& forest, std::size_t tree, std::span<const std::uint16_t> columns);

  std::vector<Test> tests_;
  std::vector<std::uint32_t> out_of_reach_;  // per test: the leaves that a row loses whose value is below it
  std::vector<Group> groups_;
  std::size_t groups_before_look_ = 0;
  std::vector<float> leaves_;
};

}  // namespace clean_article::extract
