// The trees of a forest in the form in which many rows are judged at once. Instead of walking down a tree,
// all of its tests are made, for a batch of rows side by side: a test that says "right" strikes out the
// leaves on its left, and the first leaf left over is the one a walk would have led to. More tests, but none
// waits for another, and each is one comparison of vectors.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "extract/scorer/forest.hpp"

namespace clean_article::extract {

class LeafMasks {
 public:
  static constexpr std::size_t kMostLeaves = 32;  // of a tree: bits of a mask

  // `columns` says for each feature of the forest where a row has it. Copies what it needs. A forest with
  // larger trees ends the program: it is compiled in, so that is a build fault.
  LeafMasks(const Forest& forest, std::span<const std::uint16_t> columns);

  // Adds to the log-odds of some rows of a matrix of `row_size` numbers a row, by their numbers: `sums` has
  // one for each row of the matrix, and those of `which` become, bit by bit, what walking the trees and
  // adding their leaves one after the other makes of them. Vectors are as wide as the processor has them, up
  // to `widest` bytes (for tests: the sums are the same).
  void evaluate(std::span<const float> rows, std::size_t row_size, std::span<const std::uint32_t> which,
                std::span<float> sums, std::size_t widest = 64) const;

  struct Test {
    float threshold;
    std::uint32_t left;    // the leaves that are left of a row whose value is not below it
    std::uint32_t column;  // of a row
  };
  struct Tree {
    std::uint32_t end_test;    // the first is the end of the tree before
    std::uint32_t first_leaf;  // into leaves_
    std::uint32_t left;        // of its leaves, those that tests which are not in tests_ have left
  };

 private:
  friend struct LeafMaskBatch;

  void add_tree(const Forest& forest, std::size_t tree, std::span<const std::uint16_t> columns);

  std::vector<Test> tests_;
  std::vector<std::uint32_t> left_below_;  // per test: the leaves that are left of a row whose value is below
  std::vector<Tree> trees_;
  std::vector<float> leaves_;  // of each tree from left to right; so many at the end that kMostLeaves can be
                               // read from any
};

}  // namespace clean_article::extract
