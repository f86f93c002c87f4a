// Masks of leaves against walks down the trees.
#include "extract/scorer/leaf_masks.hpp"

#include <cmath>
#include <limits>
#include <numeric>
#include <random>
#include <span>

#include "catch.hpp"

using namespace clean_article::extract;

namespace {

struct Trees {
  std::vector<std::uint32_t> begins = {0};
  std::vector<std::uint8_t> depths;
  std::vector<std::uint16_t> features;
  std::vector<std::uint16_t> links;
  std::vector<float> values;

  Forest forest() const { return {begins, depths, features, links, values}; }
};

// Adds a tree of so many leaves, any one of which is split next; of small whole numbers, so that values meet
// thresholds.
void grow(Trees& trees, std::size_t leaves, std::size_t columns, std::mt19937& random) {
  struct Node {
    std::size_t left = 0;  // 0: a leaf
  };
  std::vector<Node> nodes(1);
  std::vector<std::size_t> open = {0};
  while (open.size() < leaves) {
    const std::size_t pick = random() % open.size();
    nodes[open[pick]].left = nodes.size();
    open[pick] = nodes.size();
    open.push_back(nodes.size() + 1);
    nodes.resize(nodes.size() + 2);
  }
  for (std::size_t at = 0; at < nodes.size(); ++at) {
    const bool inner = nodes[at].left != 0;
    trees.features.push_back(static_cast<std::uint16_t>(inner ? random() % columns : 0));
    trees.links.push_back(static_cast<std::uint16_t>(inner ? 2 * nodes[at].left + 1 : 2 * at));
    trees.values.push_back(static_cast<float>(random() % 7) / (inner ? 1.0f : 13.0f));
  }
  trees.begins.push_back(static_cast<std::uint32_t>(trees.values.size()));
  trees.depths.push_back(static_cast<std::uint8_t>(std::min<std::size_t>(leaves, 255)));
}

float walk(const Forest& forest, const float* row) {
  float sum = 0;
  for (std::size_t tree = 0; tree + 1 < forest.begins.size(); ++tree) {
    std::uint32_t at = 0;
    const std::uint32_t begin = forest.begins[tree];
    while ((forest.links[begin + at] & 1) != 0)
      at = (forest.links[begin + at] >> 1) +
           (row[forest.features[begin + at]] >= forest.values[begin + at] ? 1u : 0u);
    sum += forest.values[begin + at];
  }
  return sum;
}

constexpr std::uint16_t kSame[] = {0, 1, 2, 3};

std::vector<std::uint32_t> all_of(std::size_t count) {
  std::vector<std::uint32_t> which(count);
  std::iota(which.begin(), which.end(), 0u);
  return which;
}

}  // namespace

TEST_CASE("Rows are led to the leaves of a walk, in trees of every size") {
  std::mt19937 random(1);
  for (const std::size_t leaves : {1, 2, 3, 8, 9, 16, 17, 31, 32}) {
    Trees trees;
    for (int tree = 0; tree < 5; ++tree) grow(trees, leaves, 4, random);
    grow(trees, 7, 4, random);
    std::vector<float> rows(4 * 37);
    for (float& value : rows)
      value = static_cast<float>(random() % 8) - 0.5f * static_cast<float>(random() % 2);
    for (const std::size_t widest : {16, 32, 64}) {
      std::vector<float> out(37, 0.0f);
      LeafMasks(trees.forest(), kSame).evaluate(rows, 4, all_of(37), out, widest);
      for (std::size_t i = 0; i < out.size(); ++i) {
        CAPTURE(leaves, widest, i);
        CHECK(out[i] == walk(trees.forest(), &rows[i * 4]));
      }
    }
  }
}

TEST_CASE("Tests that many rows answer alike are left out, and nothing changes") {
  std::mt19937 random(4);
  const float nan = std::numeric_limits<float>::quiet_NaN();
  for (const std::size_t leaves : {2, 7, 17, 32}) {
    for (const bool with_nan : {false, true}) {
      Trees trees;
      constexpr std::size_t kTests = 4'500;  // of fewer none are left out
      for (std::size_t tests = 0; tests < kTests; tests += leaves - 1) grow(trees, leaves, 6, random);
      constexpr std::size_t kRows = 150;
      constexpr std::size_t kLength = 6;
      std::vector<std::uint16_t> columns(kLength);
      std::iota(columns.begin(), columns.end(), std::uint16_t{0});
      std::vector<float> rows(kLength * kRows);
      for (std::size_t i = 0; i < rows.size(); ++i) {
        const std::size_t column = i % kLength;  // the first are the same in all rows, the last differ
        rows[i] = column < 2 ? 3.0f : static_cast<float>(2 + random() % column);
        if (with_nan && (column == 1 || random() % 50 == 0)) rows[i] = nan;
      }
      for (const std::size_t widest : {16, 32, 64}) {
        std::vector<float> out(kRows, 0.0f);
        LeafMasks(trees.forest(), columns).evaluate(rows, kLength, all_of(kRows), out, widest);
        for (std::size_t i = 0; i < out.size(); ++i) {
          CAPTURE(leaves, with_nan, widest, i);
          CHECK(out[i] == walk(trees.forest(), &rows[i * kLength]));
        }
      }
    }
  }
}

TEST_CASE("A value that is no number is below every threshold") {
  std::mt19937 random(2);
  Trees trees;
  grow(trees, 20, 2, random);
  const float nan = std::numeric_limits<float>::quiet_NaN();
  const std::vector<float> rows = {nan, nan, nan, 3, 3, nan, -0.0f, 0.0f};
  std::vector<float> out(4, 0.0f);
  LeafMasks(trees.forest(), std::span(kSame).first(2)).evaluate(rows, 2, all_of(4), out);
  for (std::size_t i = 0; i < out.size(); ++i) CHECK(out[i] == walk(trees.forest(), &rows[i * 2]));
}

TEST_CASE("Features are read where the columns say") {
  Trees trees;  // feature 0 < 5 ? -1 : (feature 1 < 0.5 ? 2 : 3)
  trees.begins = {0, 5};
  trees.depths = {2};
  trees.features = {0, 0, 1, 0, 0};
  trees.links = {2 * 1 + 1, 2 * 1, 2 * 3 + 1, 2 * 3, 2 * 4};
  trees.values = {5, -1, 0.5f, 2, 3};
  const std::uint16_t columns[] = {2, 1};
  const std::vector<float> rows = {0, 1, 4.9f, 0, 0.4f, 5, 0, 0.5f, 9};
  std::vector<float> out(3, 0.0f);
  const LeafMasks masks(trees.forest(), columns);
  masks.evaluate(rows, 3, all_of(3), out);
  CHECK(out == std::vector<float>{-1, 2, 3});
  masks.evaluate(rows, 3, std::vector<std::uint32_t>{2, 0}, out);
  CHECK(out == std::vector<float>{-2, 2, 6});
  masks.evaluate(rows, 3, {}, out);
  CHECK(out == std::vector<float>{-2, 2, 6});
}

TEST_CASE("Rows of any length are read to their end") {
  std::mt19937 random(3);
  for (const std::size_t length : {1, 3, 4, 5, 8, 11}) {
    Trees trees;
    for (int tree = 0; tree < 8; ++tree) grow(trees, 12, length, random);
    std::vector<std::uint16_t> columns(length);
    std::iota(columns.begin(), columns.end(), std::uint16_t{0});
    std::vector<float> rows(length * 21);
    for (float& value : rows) value = static_cast<float>(random() % 8);
    std::vector<float> out(21, 0.0f);
    LeafMasks(trees.forest(), columns).evaluate(rows, length, all_of(21), out);
    for (std::size_t i = 0; i < out.size(); ++i) {
      CAPTURE(length, i);
      CHECK(out[i] == walk(trees.forest(), &rows[i * length]));
    }
  }
}
