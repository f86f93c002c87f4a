// Judging rows by masks of leaves: see leaf_masks.hpp. On x86-64 the same code is compiled for the wider
// vectors of AVX2 and AVX-512 too and that taken where the processor has them; the sums are the same.
#include "extract/scorer/leaf_masks.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <limits>

namespace clean_article::extract {

namespace {

// Rows in a batch. A test's threshold and mask are loaded once for all of them; their masks still fit into
// the registers.
constexpr std::size_t kLanes = 32;
// For so few rows, or of so few tests, it costs more to find those that can be left out than to make them.
constexpr std::size_t kFewRows = 2 * kLanes;
constexpr std::size_t kFewTests = 4'000;

// Whether the compiler knows a shuffle of a vector by the numbers in another. Clang does not.
#if __has_builtin(__builtin_shuffle)
constexpr bool kShuffles = true;
#else
constexpr bool kShuffles = false;
#endif

// The vectors of so many bytes.
template <std::size_t kBytes>
struct VectorsOf;
template <>
struct VectorsOf<16> {
  typedef float Floats __attribute__((vector_size(16)));
  typedef std::int32_t Ints __attribute__((vector_size(16)));
  typedef std::uint32_t Masks __attribute__((vector_size(16)));
};
template <>
struct VectorsOf<32> {
  typedef float Floats __attribute__((vector_size(32)));
  typedef std::int32_t Ints __attribute__((vector_size(32)));
  typedef std::uint32_t Masks __attribute__((vector_size(32)));
};
template <>
struct VectorsOf<64> {
  typedef float Floats __attribute__((vector_size(64)));
  typedef std::int32_t Ints __attribute__((vector_size(64)));
  typedef std::uint32_t Masks __attribute__((vector_size(64)));
};

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
  std::vector<LeafMasks::Tree> trees;
  std::vector<float> least, most;  // of a column

  void prune(const LeafMasks& forest);
  void gather(std::span<const float> rows, std::size_t row_size, std::span<const std::uint32_t> which);

  // The least and the largest value that these rows have in each column. What is no number is below all
  // others. Always inlined, as judge() is.
  template <std::size_t kBytes>
  [[gnu::always_inline]] inline void find_bounds(std::span<const float> rows, std::size_t row_size,
                                                 std::span<const std::uint32_t> which) {
    using Floats = typename VectorsOf<kBytes>::Floats;
    using Flags = typename VectorsOf<kBytes>::Ints;
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

  // By vectors of so many bytes, which should be what the processor has. Always inlined, so that it is
  // compiled for the processor that its caller is for.
  template <std::size_t kBytes>
  [[gnu::always_inline]] inline void judge(const LeafMasks::Test* of_tests,
                                           std::span<const LeafMasks::Tree> of_trees, const float* leaves) {
    if (is_half())
      judge_lanes<kBytes, kLanes / 2>(of_tests, of_trees, leaves);
    else
      judge_lanes<kBytes, kLanes>(of_tests, of_trees, leaves);
  }

  // The first lanes of the batch.
  template <std::size_t kBytes, std::size_t kUsed>
  [[gnu::always_inline]] inline void judge_lanes(const LeafMasks::Test* test,
                                                 std::span<const LeafMasks::Tree> of_trees,
                                                 const float* leaves) {
    using Floats = typename VectorsOf<kBytes>::Floats;
    using Ints = typename VectorsOf<kBytes>::Ints;  // GCC 12 fills unsigned ones number by number
    constexpr std::size_t kWidth = kBytes / sizeof(float);
    constexpr std::size_t kVectors = kUsed / kWidth;
    const LeafMasks::Test* const tests = test;
    for (const LeafMasks::Tree& tree : of_trees) {
      Ints left[kVectors];
      for (Ints& vector : left) vector = Ints{} + static_cast<std::int32_t>(tree.left);
      for (const LeafMasks::Test* const end = tests + tree.end_test; test != end; ++test) {
        const Floats threshold = test->threshold - Floats{};  // less nothing: a sum would be added up
        const Ints left_by_test = Ints{} + static_cast<std::int32_t>(test->left);
        const float* const row = values[test->column].data();
#pragma GCC unroll 8
        for (std::size_t v = 0; v < kVectors; ++v) {
          Floats value;
          std::memcpy(&value, row + v * kWidth, kBytes);
          if constexpr (kBytes == 64)
            left[v] = value >= threshold ? left[v] & left_by_test : left[v];  // two instructions there
          else
            left[v] &= ~(value >= threshold) | left_by_test;
        }
      }
      add_leaves<kBytes, kUsed>(left, leaves + tree.first_leaf);
    }
  }

  // Adds to each lane's sum the first leaf that is left of it.
  template <std::size_t kBytes, std::size_t kUsed, typename Ints>
  [[gnu::always_inline]] inline void add_leaves(const Ints* left, const float* leaves) {
    constexpr std::size_t kWidth = kBytes / sizeof(float);
    if constexpr (kBytes == 16 || !kShuffles) {
      std::array<std::uint32_t, kUsed> masks;
      std::memcpy(masks.data(), left, sizeof masks);
      for (std::size_t lane = 0; lane < kUsed; ++lane) sums[lane] += leaves[std::countr_zero(masks[lane])];
    } else {
      // The number of a bit is the exponent of its power as a float.
      using Floats = typename VectorsOf<kBytes>::Floats;
      using Masks = typename VectorsOf<kBytes>::Masks;
      constexpr int kMantissaBits = std::numeric_limits<float>::digits - 1;
      constexpr int kBias = std::numeric_limits<float>::max_exponent - 1;
      Floats first;
      Floats second;
      std::memcpy(&first, leaves, kBytes);
      std::memcpy(&second, leaves + kWidth, kBytes);
      for (std::size_t v = 0; v < kUsed / kWidth; ++v) {
        const Masks bits = reinterpret_cast<Masks>(left[v]);
        const Masks lowest = bits & -bits;
        const Floats power = __builtin_convertvector(reinterpret_cast<Ints>(lowest), Floats);
        const Ints number = (reinterpret_cast<Ints>(power) >> kMantissaBits) - kBias;
        Floats leaf = __builtin_shuffle(first, second, number);
        if constexpr (kBytes == 32) {
          Floats third;
          Floats fourth;
          std::memcpy(&third, leaves + 2 * kWidth, kBytes);
          std::memcpy(&fourth, leaves + 3 * kWidth, kBytes);
          leaf = (number & int{2 * kWidth}) != 0 ? __builtin_shuffle(third, fourth, number) : leaf;
        }
        Floats sum;
        std::memcpy(&sum, sums.data() + v * kWidth, kBytes);
        sum += leaf;
        std::memcpy(sums.data() + v * kWidth, &sum, kBytes);
      }
    }
  }
};

namespace {

// What is compiled for several kinds of processors.
struct Steps {
  void (*find_bounds)(LeafMaskBatch& batch, std::span<const float> rows, std::size_t row_size,
                      std::span<const std::uint32_t> which);
  void (*judge)(LeafMaskBatch& batch, const LeafMasks::Test* tests, std::span<const LeafMasks::Tree> trees,
                const float* leaves);
};

#if defined(__x86_64__)
[[gnu::target("avx2,bmi")]] void find_bounds_with_avx2(LeafMaskBatch& batch, std::span<const float> rows,
                                                       std::size_t row_size,
                                                       std::span<const std::uint32_t> which) {
  batch.find_bounds<32>(rows, row_size, which);
}
[[gnu::target("avx2,bmi")]] void judge_with_avx2(LeafMaskBatch& batch, const LeafMasks::Test* tests,
                                                 std::span<const LeafMasks::Tree> trees,
                                                 const float* leaves) {
  batch.judge<32>(tests, trees, leaves);
}
[[gnu::target("avx512f,avx512dq")]] void judge_with_avx512(LeafMaskBatch& batch, const LeafMasks::Test* tests,
                                                           std::span<const LeafMasks::Tree> trees,
                                                           const float* leaves) {
  batch.judge<64>(tests, trees, leaves);
}
#endif
void find_bounds_plainly(LeafMaskBatch& batch, std::span<const float> rows, std::size_t row_size,
                         std::span<const std::uint32_t> which) {
  batch.find_bounds<16>(rows, row_size, which);
}
void judge_plainly(LeafMaskBatch& batch, const LeafMasks::Test* tests, std::span<const LeafMasks::Tree> trees,
                   const float* leaves) {
  batch.judge<16>(tests, trees, leaves);
}

Steps steps_of([[maybe_unused]] std::size_t widest) {
#if defined(__x86_64__)
  if (widest >= 32 && __builtin_cpu_supports("bmi") && __builtin_cpu_supports("avx2")) {
    const bool is_wider =
        widest >= 64 && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq");
    return {find_bounds_with_avx2, is_wider ? judge_with_avx512 : judge_with_avx2};
  }
#endif
  return {find_bounds_plainly, judge_plainly};
}

}  // namespace

// Makes the tests that say the same of all rows, and leaves those out that decide between leaves which no row
// reaches. Parents stand before their children, so whole branches go.
void LeafMaskBatch::prune(const LeafMasks& forest) {
  tests.resize(forest.tests_.size());
  trees.clear();
  const float* const low = least.data();
  const float* const high = most.data();
  LeafMasks::Test* kept = tests.data();
  std::size_t at = 0;
  for (const LeafMasks::Tree& tree : forest.trees_) {
    std::uint32_t left = tree.left;
    for (; at < tree.end_test; ++at) {
      const LeafMasks::Test test = forest.tests_[at];
      const std::uint32_t some_left = low[test.column] >= test.threshold ? 0u : ~0u;
      const std::uint32_t some_right = high[test.column] >= test.threshold ? ~0u : 0u;
      left &= (some_left | test.left) & (some_right | forest.left_below_[at]);
      *kept = test;
      kept += (~test.left & left & some_right) != 0 ? 1 : 0;
    }
    trees.push_back({static_cast<std::uint32_t>(kept - tests.data()), tree.first_leaf, left});
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

LeafMasks::LeafMasks(const Forest& forest, std::span<const std::uint16_t> columns) {
  tests_.reserve(forest.values.size());
  left_below_.reserve(forest.values.size());
  leaves_.reserve(forest.values.size() + kMostLeaves);
  for (std::size_t tree = 0; tree + 1 < forest.begins.size(); ++tree) add_tree(forest, tree, columns);
  leaves_.resize(leaves_.size() + kMostLeaves);
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
  if (leaf_count[0] > kMostLeaves) std::abort();
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

  const auto all_but = [&](std::uint32_t at) {
    const std::uint64_t leaves = (std::uint64_t{1} << leaf_count[at]) - 1;
    return ~static_cast<std::uint32_t>(leaves << first_leaf[at]);
  };
  for (std::uint32_t at = 0; at < size; ++at) {
    if (!is_inner(at)) continue;
    const std::uint32_t left = left_child(at);
    tests_.push_back({forest.values[begin + at], all_but(left), columns[forest.features[begin + at]]});
    left_below_.push_back(all_but(left + 1));
  }
  trees_.push_back({static_cast<std::uint32_t>(tests_.size()), tree_leaves, ~std::uint32_t{0}});
}

void LeafMasks::evaluate(std::span<const float> rows, std::size_t row_size,
                         std::span<const std::uint32_t> which, std::span<float> sums,
                         std::size_t widest) const {
  const Steps steps = steps_of(widest);
  if (which.empty()) return;
  thread_local LeafMaskBatch batch;
  const bool pays = which.size() > kFewRows && tests_.size() > kFewTests;
  if (pays) {
    steps.find_bounds(batch, rows, row_size, which);
    batch.prune(*this);
  }
  const Test* const tests = pays ? batch.tests.data() : tests_.data();
  const std::span<const Tree> trees = pays ? batch.trees : trees_;
  for (std::size_t first = 0; first < which.size(); first += kLanes) {
    const auto lanes = which.subspan(first, std::min(kLanes, which.size() - first));
    batch.gather(rows, row_size, lanes);
    batch.sums.fill(0);
    for (std::size_t lane = 0; lane < lanes.size(); ++lane) batch.sums[lane] = sums[lanes[lane]];
    steps.judge(batch, tests, trees, leaves_.data());
    for (std::size_t lane = 0; lane < lanes.size(); ++lane) sums[lanes[lane]] = batch.sums[lane];
  }
}

}  // namespace clean_article::extract
