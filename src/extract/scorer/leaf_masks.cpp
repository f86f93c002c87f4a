// Judging rows by masks of leaves: see leaf_masks.hpp. On x86-64 the same code is compiled for the wider
// vectors of AVX2 too and that taken where the processor has them; the sums are the same. (AVX-512 was no
// faster.)
#include "extract/scorer/leaf_masks.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <limits>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace clean_article::extract {

namespace {

constexpr std::uint32_t kGroupLeaves = 32;  // bits of a mask

// Numbers for the rows of a tile.
using Row = TileColumn;
using Masks = std::array<std::uint32_t, kTileRows>;

// What is made differently for processors. Pointers are to kTileRows numbers.
struct Plainly {
  static constexpr std::size_t kBytes = 16;  // of a vector

  static void take(const float* from, const std::uint32_t* places, float* to) {
    for (std::size_t lane = 0; lane < kTileRows; ++lane) to[lane] = from[places[lane]];
  }
  // Adds the first leaf that is left of each mask, which is not 0.
  static void add_first(const float* leaves, const std::uint32_t* masks, float* sums) {
    for (std::size_t lane = 0; lane < kTileRows; ++lane) sums[lane] += leaves[std::countr_zero(masks[lane])];
  }
};

#if defined(__x86_64__)
struct WithAvx2 {
  static constexpr std::size_t kBytes = 32;
  static constexpr std::size_t kLanes = kBytes / sizeof(float);

  [[gnu::target("avx2")]] static __m256i load(const std::uint32_t* from) {
    return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(from));
  }
  [[gnu::target("avx2")]] static void take(const float* from, const std::uint32_t* places, float* to) {
    for (std::size_t lane = 0; lane < kTileRows; lane += kLanes)
      _mm256_storeu_ps(to + lane, _mm256_i32gather_ps(from, load(places + lane), sizeof(float)));
  }
  [[gnu::target("avx2")]] static void add_first(const float* leaves, const std::uint32_t* masks,
                                                float* sums) {
    for (std::size_t lane = 0; lane < kTileRows; lane += kLanes) {
      const __m256i mask = load(masks + lane);
      const __m256i first = _mm256_and_si256(mask, _mm256_sub_epi32(_mm256_setzero_si256(), mask));
      // The number of the one bit is the exponent of its value, without the bias of 127. (The sign is cut
      // off.)
      const __m256i exponent = _mm256_srli_epi32(_mm256_castps_si256(_mm256_cvtepi32_ps(first)), 23);
      const __m256i number =
          _mm256_and_si256(_mm256_add_epi32(exponent, _mm256_set1_epi32(1)), _mm256_set1_epi32(31));
      const __m256 found = _mm256_i32gather_ps(leaves, number, sizeof(float));
      _mm256_storeu_ps(sums + lane, _mm256_add_ps(_mm256_loadu_ps(sums + lane), found));
    }
  }
};
#endif

}  // namespace

// Some rows of a table, a tile at a time, and what they leave of a forest.
struct LeafMaskBatch {
  const LeafMasks& forest;
  const Tiles& table;
  std::span<const std::uint32_t> which;
  std::span<float> all_sums;

  // Kept from call to call.
  struct Memory {
    std::vector<const Row*> tiles;   // of the rows, the columns of each tile
    std::vector<Row> packed;         // those of which the rows do not stand together in the table
    std::vector<float> least, most;  // of a column
    std::vector<LeafMasks::Test> tests;
    std::vector<LeafMasks::Group> groups;
  };
  Memory& memory;

  // As vectors of what the processor has. Always inlined, like what it calls, so that it is compiled for the
  // processor that its caller is for.
  template <typename Processor>
  [[gnu::always_inline]] inline void judge() {
    gather<Processor>();
    find_bounds<Processor::kBytes>();
    prune();
    for (std::size_t tile = 0; tile < memory.tiles.size(); ++tile) {
      const auto rows = rows_of(tile);
      Row sums{};
      for (std::size_t lane = 0; lane < rows.size(); ++lane) sums[lane] = all_sums[rows[lane]];
      judge_tile<Processor>(memory.tiles[tile], sums);
      for (std::size_t lane = 0; lane < rows.size(); ++lane) all_sums[rows[lane]] = sums[lane];
    }
  }

 private:
  std::span<const std::uint32_t> rows_of(std::size_t tile) const {
    return which.subspan(tile * kTileRows, std::min(kTileRows, which.size() - tile * kTileRows));
  }

  // Tiles of rows that make up one of the table are left there. Lanes without a row repeat the last.
  template <typename Processor>
  [[gnu::always_inline]] inline void gather() {
    const std::size_t columns = table.columns();
    const std::size_t count = (which.size() + kTileRows - 1) / kTileRows;
    memory.tiles.clear();
    memory.packed.resize(count * columns);
    for (std::size_t tile = 0; tile < count; ++tile) {
      const auto rows = rows_of(tile);
      const bool is_tile = rows.size() == kTileRows && rows.front() % kTileRows == 0 &&
                           std::adjacent_find(rows.begin(), rows.end(),
                                              [](auto a, auto b) { return b != a + 1; }) == rows.end();
      if (is_tile) {
        memory.tiles.push_back(table.data() + rows.front() / kTileRows * columns);
        continue;
      }
      Masks places;
      for (std::size_t lane = 0; lane < kTileRows; ++lane) {
        const std::size_t row = rows[std::min(lane, rows.size() - 1)];
        places[lane] = static_cast<std::uint32_t>((row / kTileRows * columns) * kTileRows + row % kTileRows);
      }
      Row* const to = memory.packed.data() + tile * columns;
      const Row* const from = table.data();
      for (std::size_t column = 0; column < columns; ++column)
        Processor::take(from[column].data(), places.data(), to[column].data());
      memory.tiles.push_back(to);
    }
  }

  // The least and the largest value of each column. What is no number is below all others.
  template <std::size_t kBytes>
  [[gnu::always_inline]] inline void find_bounds() {
    typedef float Floats __attribute__((vector_size(kBytes)));
    typedef std::int32_t Flags __attribute__((vector_size(kBytes)));
    constexpr std::size_t kWidth = kBytes / sizeof(float);
    constexpr float kLowest = -std::numeric_limits<float>::infinity();
    memory.least.resize(table.columns());
    memory.most.resize(table.columns());
    for (std::size_t column = 0; column < table.columns(); ++column) {
      Floats low = Floats{} - kLowest;
      Floats high = Floats{} + kLowest;
      Flags no_number = {};
      for (const Row* const tile : memory.tiles) {
#pragma GCC unroll 8
        for (std::size_t lane = 0; lane < kTileRows; lane += kWidth) {
          Floats values;
          std::memcpy(&values, tile[column].data() + lane, sizeof values);
          low = values < low ? values : low;
          high = high < values ? values : high;
          no_number |= values != values;  // NOLINT(misc-redundant-expression): true of what is no number
        }
      }
      low = no_number != 0 ? Floats{} + kLowest : low;
      std::array<float, kWidth> lows;
      std::array<float, kWidth> highs;
      std::memcpy(lows.data(), &low, sizeof lows);
      std::memcpy(highs.data(), &high, sizeof highs);
      memory.least[column] = *std::ranges::min_element(lows);
      memory.most[column] = *std::ranges::max_element(highs);
    }
  }

  // Makes the tests that say the same of all rows, and leaves those out that decide between leaves which no
  // row reaches. Of a page's blocks many columns say the same or nearly the same: most tests go.
  void prune() {
    memory.tests.resize(forest.tests_.size());
    memory.groups.clear();
    LeafMasks::Test* kept = memory.tests.data();
    std::size_t at = 0;
    for (const LeafMasks::Group& group : forest.groups_) {
      std::uint32_t left = group.left;
      while (at < group.end_test) {
        const LeafMasks::Branch branch = forest.branches_[at];
        if ((branch.leaves & left) == 0) {
          at = branch.behind;
          continue;
        }
        const LeafMasks::Test& test = forest.tests_[at++];
        if (memory.least[test.column] >= test.threshold) {
          left &= ~test.struck;
        } else if (memory.most[test.column] >= test.threshold) {
          *kept++ = test;
        } else {
          left &= ~branch.leaves | test.struck;
        }
      }
      memory.groups.push_back(
          {static_cast<std::uint32_t>(kept - memory.tests.data()), group.first_leaf, left, group.ends_tree});
    }
  }

  template <typename Processor, std::size_t kBytes = Processor::kBytes>
  [[gnu::always_inline]] inline void judge_tile(const Row* columns, Row& sums) {
    typedef float Floats __attribute__((vector_size(kBytes)));
    typedef std::uint32_t Bits __attribute__((vector_size(kBytes)));
    constexpr std::size_t kVectors = sizeof(Row) / kBytes;
    Masks found{};  // the leaf, counted from 1, of a tree with several groups
    const LeafMasks::Test* const first = memory.tests.data();
    const LeafMasks::Test* test = first;
    bool begins_tree = true;
    for (const LeafMasks::Group& group : memory.groups) {
      const LeafMasks::Test* const end = first + group.end_test;
      const float* const leaves = forest.leaves_.data() + group.first_leaf;
      if (test == end && begins_tree && group.ends_tree) {
        const float leaf = leaves[std::countr_zero(group.left)];
        for (float& sum : sums) sum += leaf;
        continue;
      }
      Bits vectors[kVectors];
      for (Bits& vector : vectors) vector = Bits{} + group.left;
      for (; test != end; ++test) {
        const Floats threshold = Floats{} + test->threshold;
        const Bits struck = Bits{} + test->struck;
        const float* const row = columns[test->column].data();
#pragma GCC unroll 8
        for (std::size_t v = 0; v < kVectors; ++v) {
          Floats value;
          std::memcpy(&value, row + v * (kBytes / sizeof(float)), kBytes);
          const Bits is_right = reinterpret_cast<Bits>(value >= threshold);
          vectors[v] &= ~(is_right & struck);
        }
      }
      Masks masks;
      std::memcpy(masks.data(), vectors, sizeof masks);
      if (begins_tree && group.ends_tree) {
        Processor::add_first(leaves, masks.data(), sums.data());
        continue;
      }
      for (std::size_t lane = 0; lane < kTileRows; ++lane) {
        if (found[lane] == 0 && masks[lane] != 0)
          found[lane] = group.first_leaf + static_cast<std::uint32_t>(std::countr_zero(masks[lane])) + 1;
        if (!group.ends_tree) continue;
        sums[lane] += forest.leaves_[found[lane] - 1];
        found[lane] = 0;
      }
      begins_tree = group.ends_tree;
    }
  }
};

namespace {

#if defined(__x86_64__)
[[gnu::target("avx2,bmi")]] void judge_with_avx2(LeafMaskBatch& batch) {
  batch.judge<WithAvx2>();
}
#endif
void judge_plainly(LeafMaskBatch& batch) {
  batch.judge<Plainly>();
}

using Judge = decltype(&judge_plainly);

Judge best_judge() {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("bmi") && __builtin_cpu_supports("avx2")) return judge_with_avx2;
#endif
  return judge_plainly;
}

}  // namespace

LeafMasks::LeafMasks(const Forest& forest, std::span<const std::uint16_t> columns) {
  tests_.reserve(forest.values.size());
  branches_.reserve(forest.values.size());
  leaves_.reserve(forest.values.size());
  for (std::size_t tree = 0; tree + 1 < forest.begins.size(); ++tree) add_tree(forest, tree, columns);
}

void LeafMasks::add_tree(const Forest& forest, std::size_t tree, std::span<const std::uint16_t> columns) {
  const std::uint32_t begin = forest.begins[tree];
  const std::uint32_t size = forest.begins[tree + 1] - begin;
  const auto is_inner = [&](std::uint32_t at) { return (forest.links[begin + at] & 1) != 0; };
  const auto left_child = [&](std::uint32_t at) { return std::uint32_t{forest.links[begin + at]} >> 1; };

  // Children stand behind their parents: sizes are summed from the end, places given from the beginning.
  std::vector<std::uint32_t> leaf_count(size, 1);
  for (std::uint32_t at = size; at-- > 0;)
    if (is_inner(at)) leaf_count[at] = leaf_count[left_child(at)] + leaf_count[left_child(at) + 1];
  std::vector<std::uint32_t> first_leaf(size, 0);
  const auto tree_leaves = static_cast<std::uint32_t>(leaves_.size());
  leaves_.resize(leaves_.size() + leaf_count[0]);
  for (std::uint32_t at = 0; at < size; ++at) {
    if (!is_inner(at)) {
      leaves_[tree_leaves + first_leaf[at]] = forest.values[begin + at];
      continue;
    }
    const std::uint32_t left = left_child(at);
    first_leaf[left] = first_leaf[at];
    first_leaf[left + 1] = first_leaf[at] + leaf_count[left];
  }

  const auto leaves_below = [&](std::uint32_t at, std::uint32_t first) {
    const std::uint64_t end =
        std::clamp(first_leaf[at] + leaf_count[at], first, first + kGroupLeaves) - first;
    const std::uint64_t begin_bit = std::clamp(first_leaf[at], first, first + kGroupLeaves) - first;
    return static_cast<std::uint32_t>((std::uint64_t{1} << end) - (std::uint64_t{1} << begin_bit));
  };
  for (std::uint32_t first = 0; first < leaf_count[0]; first += kGroupLeaves) {
    const auto add = [&](const auto& add_below, std::uint32_t at) -> void {
      if (!is_inner(at)) return;
      const std::uint32_t leaves = leaves_below(at, first);
      if (leaves == 0) return;
      const std::uint32_t left = left_child(at);
      const std::uint32_t struck = leaves_below(left, first);
      const std::size_t number = tests_.size();
      if (struck != 0) {
        tests_.push_back({forest.values[begin + at], struck, columns[forest.features[begin + at]]});
        branches_.push_back({leaves, 0});
      }
      add_below(add_below, left);
      add_below(add_below, left + 1);
      if (struck != 0) branches_[number].behind = static_cast<std::uint32_t>(tests_.size());
    };
    add(add, 0);
    groups_.push_back({static_cast<std::uint32_t>(tests_.size()), tree_leaves + first, ~std::uint32_t{0},
                       first + kGroupLeaves >= leaf_count[0]});
  }
}

void LeafMasks::evaluate(const Tiles& table, std::span<const std::uint32_t> which,
                         std::span<float> sums) const {
  static const Judge judge = best_judge();
  if (which.empty()) return;
  thread_local LeafMaskBatch::Memory memory;
  LeafMaskBatch batch{*this, table, which, sums, memory};
  judge(batch);
}

}  // namespace clean_article::extract
