// Judging rows by masks of leaves: see leaf_masks.hpp. On x86-64 the same code is compiled for the wider
// vectors of AVX2 too and that taken where the processor has them; the sums are the same. (AVX-512 was no
// faster.)
#include "extract/scorer/leaf_masks.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>
#include <limits>

namespace clean_article::extract {

namespace {

// Rows in a batch. A test's threshold and mask are loaded once for all of them; their masks still fit into
// the registers.
constexpr std::size_t kLanes = 32;
constexpr std::uint32_t kGroupLeaves = 32;  // bits of a mask
// For so few rows, or of so few tests, it costs more to find those that can be left out than to make them.
constexpr std::size_t kFewRows = 2 * kLanes;
constexpr std::size_t kFewTests = 4'000;

}  // namespace

// Many rows, a batch at a time, column by column.
struct LeafMaskBatch {
  using Row = std::array<float, kLanes>;

  std::vector<Row> values;  // per column
  Row sums;
  std::size_t rows_in = 0;  // the first lanes
  // The last batch of a page's rows often is.
  bool is_half() const { return rows_in <= kLanes / 2; }

  // What is left of a forest for these rows. Of a page's blocks many columns say the same or nearly the same,
  // so all of them go one way at many tests.
  std::vector<LeafMasks::Test> tests;
  std::vector<LeafMasks::Group> groups;
  std::vector<float> least, most;  // of a column

  void prune(const LeafMasks& forest);
  void gather(std::span<const float> rows, std::size_t row_size, std::span<const std::uint32_t> which);

  // The least and the largest value that these rows have in each column. What is no number is below all
  // others. Always inlined, as judge() is.
  template <std::size_t kBytes>
  [[gnu::always_inline]] inline void find_bounds(std::span<const float> rows, std::size_t row_size,
                                                 std::span<const std::uint32_t> which) {
    typedef float Floats __attribute__((vector_size(kBytes)));
    typedef std::int32_t Flags __attribute__((vector_size(kBytes)));
    constexpr std::size_t kWidth = kBytes / sizeof(float);
    constexpr std::size_t kVectors = 2;  // side by side, so that their bounds stay in registers
    constexpr float kLowest = -std::numeric_limits<float>::infinity();
    least.assign(row_size, -kLowest);
    most.assign(row_size, kLowest);
    std::size_t column = 0;
    for (; column + kVectors * kWidth <= row_size; column += kVectors * kWidth) {
      Floats low[kVectors];
      Floats high[kVectors];
      Flags no_number[kVectors] = {};
      for (std::size_t v = 0; v < kVectors; ++v) {
        low[v] = Floats{} - kLowest;
        high[v] = Floats{} + kLowest;
      }
      for (const std::uint32_t number : which) {
        const float* const at = rows.data() + number * row_size + column;
        for (std::size_t v = 0; v < kVectors; ++v) {
          Floats values;
          std::memcpy(&values, at + v * kWidth, sizeof values);
          low[v] = values < low[v] ? values : low[v];
          high[v] = high[v] < values ? values : high[v];
          no_number[v] |= values != values;  // NOLINT(misc-redundant-expression): true of what is no number
        }
      }
      for (std::size_t v = 0; v < kVectors; ++v) {
        const Floats lowest = no_number[v] != 0 ? Floats{} + kLowest : low[v];
        std::memcpy(least.data() + column + v * kWidth, &lowest, sizeof lowest);
        std::memcpy(most.data() + column + v * kWidth, &high[v], sizeof high[v]);
      }
    }
    for (; column < row_size; ++column) {
      for (const std::uint32_t number : which) {
        float value = rows[number * row_size + column];
        if (std::isnan(value)) value = kLowest;
        least[column] = std::min(least[column], value);
        most[column] = std::max(most[column], value);
      }
    }
  }

  // The first lanes of the batch as vectors of so many bytes, which should be what the processor has. Always
  // inlined, so that it is compiled for the processor that its caller is for. The groups' tests begin at
  // `test`, of those that begin at `all_tests`.
  template <std::size_t kBytes, std::size_t kUsed>
  [[gnu::always_inline]] inline void judge(const LeafMasks::Test* all_tests, const LeafMasks::Test* test,
                                           std::span<const LeafMasks::Group> of_groups,
                                           std::span<const float> all_leaves) {
    typedef float Floats __attribute__((vector_size(kBytes)));
    typedef std::uint32_t Masks __attribute__((vector_size(kBytes)));
    constexpr std::size_t kVectors = kUsed * sizeof(float) / kBytes;
    std::array<std::uint32_t, kUsed> found{};  // the leaf, counted from 1, of a tree with several groups
    bool begins_tree = true;
    for (const LeafMasks::Group& group : of_groups) {
      const LeafMasks::Test* const end = all_tests + group.end_test;
      const float* const leaves = all_leaves.data() + group.first_leaf;
      if (test == end && begins_tree && group.ends_tree) {
        const float leaf = leaves[std::countr_zero(group.left)];
        for (std::size_t lane = 0; lane < kUsed; ++lane) sums[lane] += leaf;
        continue;
      }
      Masks vectors[kVectors];
      for (Masks& vector : vectors) vector = Masks{} + group.left;
      for (; test != end; ++test) {
        const Floats threshold = Floats{} + test->threshold;
        const Masks struck = Masks{} + test->struck;
        const float* const row = values[test->column].data();
#pragma GCC unroll 8
        for (std::size_t v = 0; v < kVectors; ++v) {
          Floats value;
          std::memcpy(&value, row + v * (kBytes / sizeof(float)), kBytes);
          const Masks is_right = reinterpret_cast<Masks>(value >= threshold);
          vectors[v] &= ~(is_right & struck);
        }
      }
      std::array<std::uint32_t, kUsed> masks;
      std::memcpy(masks.data(), vectors, sizeof masks);
      if (begins_tree && group.ends_tree) {
        for (std::size_t lane = 0; lane < kUsed; ++lane) sums[lane] += leaves[std::countr_zero(masks[lane])];
        continue;
      }
      for (std::size_t lane = 0; lane < kUsed; ++lane) {
        if (found[lane] == 0 && masks[lane] != 0)
          found[lane] = group.first_leaf + static_cast<std::uint32_t>(std::countr_zero(masks[lane])) + 1;
        if (!group.ends_tree) continue;
        sums[lane] += all_leaves[found[lane] - 1];
        found[lane] = 0;
      }
      begins_tree = group.ends_tree;
    }
  }
};

namespace {

// What is compiled for several kinds of processors.
struct Steps {
  void (*find_bounds)(LeafMaskBatch& batch, std::span<const float> rows, std::size_t row_size,
                      std::span<const std::uint32_t> which);
  void (*judge)(LeafMaskBatch& batch, const LeafMasks::Test* all_tests, const LeafMasks::Test* first,
                std::span<const LeafMasks::Group> groups, std::span<const float> leaves);
};

#if defined(__x86_64__)
[[gnu::target("avx2,bmi")]] void find_bounds_with_avx2(LeafMaskBatch& batch, std::span<const float> rows,
                                                       std::size_t row_size,
                                                       std::span<const std::uint32_t> which) {
  batch.find_bounds<32>(rows, row_size, which);
}
[[gnu::target("avx2,bmi")]] void judge_with_avx2(LeafMaskBatch& batch, const LeafMasks::Test* all_tests,
                                                 const LeafMasks::Test* first,
                                                 std::span<const LeafMasks::Group> groups,
                                                 std::span<const float> leaves) {
  if (batch.is_half())
    batch.judge<32, kLanes / 2>(all_tests, first, groups, leaves);
  else
    batch.judge<32, kLanes>(all_tests, first, groups, leaves);
}
#endif
void find_bounds_plainly(LeafMaskBatch& batch, std::span<const float> rows, std::size_t row_size,
                         std::span<const std::uint32_t> which) {
  batch.find_bounds<16>(rows, row_size, which);
}
void judge_plainly(LeafMaskBatch& batch, const LeafMasks::Test* all_tests, const LeafMasks::Test* first,
                   std::span<const LeafMasks::Group> groups, std::span<const float> leaves) {
  if (batch.is_half())
    batch.judge<16, kLanes / 2>(all_tests, first, groups, leaves);
  else
    batch.judge<16, kLanes>(all_tests, first, groups, leaves);
}

Steps best_steps() {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("bmi") && __builtin_cpu_supports("avx2"))
    return {find_bounds_with_avx2, judge_with_avx2};
#endif
  return {find_bounds_plainly, judge_plainly};
}

}  // namespace

// Makes the tests that say the same of all rows, and leaves those out that decide between leaves which no row
// reaches. Parents stand before their children, so whole branches go.
void LeafMaskBatch::prune(const LeafMasks& forest) {
  tests.resize(forest.tests_.size());
  groups.clear();
  const float* const low = least.data();
  const float* const high = most.data();
  LeafMasks::Test* kept = tests.data();
  std::size_t at = 0;
  for (const LeafMasks::Group& group : forest.groups_) {
    std::uint32_t left = group.left;
    for (; at < group.end_test; ++at) {
      const LeafMasks::Test test = forest.tests_[at];
      const std::uint32_t all_right = low[test.column] >= test.threshold ? ~0u : 0u;
      const std::uint32_t all_left = high[test.column] >= test.threshold ? 0u : ~0u;
      left &= ~((all_right & test.struck) | (all_left & forest.out_of_reach_[at]));
      *kept = test;
      kept += (test.struck & left & ~all_left) != 0 ? 1 : 0;
    }
    groups.push_back(
        {static_cast<std::uint32_t>(kept - tests.data()), group.first_leaf, left, group.ends_tree});
  }
}

// Turns rows into columns. Four numbers of four rows change places at once: one by one, that took as long as
// a quarter of the judging. Lanes without a row repeat the last or are left as they were: nobody asks for
// their sums.
void LeafMaskBatch::gather(std::span<const float> rows, std::size_t row_size,
                           std::span<const std::uint32_t> which) {
  constexpr std::size_t kSide = 4;
  typedef float Quad __attribute__((vector_size(kSide * sizeof(float))));
  values.resize(row_size);
  rows_in = which.size();
  const std::size_t squares = row_size / kSide;
  for (std::size_t lane = 0; lane < rows_in; lane += kSide) {
    const float* from[kSide];
    for (std::size_t i = 0; i < kSide; ++i)
      from[i] = rows.data() + which[std::min(lane + i, which.size() - 1)] * row_size;
    for (std::size_t column = 0; column < squares * kSide; column += kSide) {
      Quad a, b, c, d;
      std::memcpy(&a, from[0] + column, sizeof a);
      std::memcpy(&b, from[1] + column, sizeof b);
      std::memcpy(&c, from[2] + column, sizeof c);
      std::memcpy(&d, from[3] + column, sizeof d);
      const Quad ab_low = __builtin_shufflevector(a, b, 0, 4, 1, 5);
      const Quad ab_high = __builtin_shufflevector(a, b, 2, 6, 3, 7);
      const Quad cd_low = __builtin_shufflevector(c, d, 0, 4, 1, 5);
      const Quad cd_high = __builtin_shufflevector(c, d, 2, 6, 3, 7);
      const Quad turned[kSide] = {__builtin_shufflevector(ab_low, cd_low, 0, 1, 4, 5),
                                  __builtin_shufflevector(ab_low, cd_low, 2, 3, 6, 7),
                                  __builtin_shufflevector(ab_high, cd_high, 0, 1, 4, 5),
                                  __builtin_shufflevector(ab_high, cd_high, 2, 3, 6, 7)};
      for (std::size_t i = 0; i < kSide; ++i)
        std::memcpy(&values[column + i][lane], &turned[i], sizeof(Quad));
    }
    for (std::size_t column = squares * kSide; column < row_size; ++column)
      for (std::size_t i = 0; i < kSide; ++i) values[column][lane + i] = from[i][column];
  }
}

LeafMasks::LeafMasks(const Forest& forest, std::span<const std::uint16_t> columns,
                     std::size_t trees_before_look) {
  tests_.reserve(forest.values.size());
  out_of_reach_.reserve(forest.values.size());
  leaves_.reserve(forest.values.size());
  for (std::size_t tree = 0; tree + 1 < forest.begins.size(); ++tree) {
    add_tree(forest, tree, columns);
    if (tree < trees_before_look) groups_before_look_ = groups_.size();
  }
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
    for (std::uint32_t at = 0; at < size; ++at) {
      if (!is_inner(at)) continue;
      const std::uint32_t left = left_child(at);
      const std::uint32_t struck = leaves_below(left, first);
      if (struck == 0) continue;
      tests_.push_back({forest.values[begin + at], struck, columns[forest.features[begin + at]]});
      out_of_reach_.push_back(leaves_below(left + 1, first));
    }
    groups_.push_back({static_cast<std::uint32_t>(tests_.size()), tree_leaves + first, ~std::uint32_t{0},
                       first + kGroupLeaves >= leaf_count[0]});
  }
}

void LeafMasks::evaluate(std::span<const float> rows, std::size_t row_size, float hopeless,
                         std::vector<std::uint32_t>& which, std::span<float> sums) const {
  static const Steps steps = best_steps();
  if (which.empty()) return;
  thread_local LeafMaskBatch batch;
  const bool pays = which.size() > kFewRows && tests_.size() > kFewTests;
  if (pays) {
    steps.find_bounds(batch, rows, row_size, which);
    batch.prune(*this);
  }
  const Test* const tests = pays ? batch.tests.data() : tests_.data();
  const std::span<const Group> groups = pays ? batch.groups : groups_;
  const std::span<const Group> before_look = groups.first(groups_before_look_);
  const std::span<const Group> behind_look = groups.subspan(groups_before_look_);
  const Test* const behind = before_look.empty() ? tests : tests + before_look.back().end_test;
  std::size_t left = 0;
  for (std::size_t first = 0; first < which.size(); first += kLanes) {
    const auto lanes = std::span(which).subspan(first, std::min(kLanes, which.size() - first));
    batch.gather(rows, row_size, lanes);
    batch.sums.fill(0);
    for (std::size_t lane = 0; lane < lanes.size(); ++lane) batch.sums[lane] = sums[lanes[lane]];
    steps.judge(batch, tests, tests, before_look, leaves_);
    const LeafMaskBatch::Row looked = batch.sums;
    const auto has_chance = [&](std::size_t lane) { return !(looked[lane] < hopeless); };
    if (!behind_look.empty()) steps.judge(batch, tests, behind, behind_look, leaves_);
    for (std::size_t lane = 0; lane < lanes.size(); ++lane) {
      const std::uint32_t row = lanes[lane];
      sums[row] = has_chance(lane) ? batch.sums[lane] : looked[lane];
      if (has_chance(lane)) which[left++] = row;
    }
  }
  which.resize(left);
}

}  // namespace clean_article::extract
