#include "forest_trainer.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <random>
#include <utility>

#include "run_parallel.hpp"

namespace clean_article::training {
namespace {

constexpr double kLeastGain = 1e-6;      // below, a split is rounding error
constexpr std::size_t kManyRows = 2048;  // fewer are not worth a second thread
constexpr std::size_t kTogether = 4;     // columns that are summed up side by side

struct Sums {
  double gradient = 0;
  double curvature = 0;
  Sums& operator+=(const Sums& o) { return gradient += o.gradient, curvature += o.curvature, *this; }
  Sums operator-(const Sums& o) const { return {gradient - o.gradient, curvature - o.curvature}; }
};
using ColumnSums = std::array<Sums, kMostBins>;

// A row as one tree sees it. Ids from the number of rows on stand for the blanked copies.
struct Sample {
  std::uint32_t id;
  float gradient;
  float curvature;
};

struct Range {
  std::size_t begin = 0, end = 0;
  std::size_t size() const { return end - begin; }
};

struct Split {
  double gain = 0;
  std::size_t column = 0;  // of the bins
  std::size_t cut = 0;
};

struct Leaf {
  Range learned, others;  // of samples_ and others_
  Sums sums;
  Split split;
  std::vector<ColumnSums> columns;  // a sampled column each
  std::size_t node = 0;
  unsigned depth = 0;
};

struct GrowingNode {
  Split split;
  std::size_t left = 0;  // 0: a leaf
  double value = 0;
  unsigned depth = 0;
};

// Up to kTogether columns that are summed up in one pass over the samples.
class Columns {
 public:
  void add(const std::uint8_t* bins, ColumnSums& sums) {
    bins_[count_] = bins;
    sums_[count_++] = sums.data();
  }

  // `first_id` is the id of the row whose bin comes first.
  void sum_up(std::span<const Sample> samples, std::size_t first_id) const {
    if (count_ == kTogether) return pass<kTogether>(samples, first_id, 0);
    for (std::size_t c = 0; c < count_; ++c) pass<1>(samples, first_id, c);
  }

 private:
  template <std::size_t kCount>
  void pass(std::span<const Sample> samples, std::size_t first_id, std::size_t first) const {
    std::array<const std::uint8_t*, kCount> bins;
    std::array<Sums*, kCount> sums;
    std::copy_n(bins_.begin() + static_cast<std::ptrdiff_t>(first), kCount, bins.begin());
    std::copy_n(sums_.begin() + static_cast<std::ptrdiff_t>(first), kCount, sums.begin());
    for (const Sample& s : samples) {
      const Sums one{s.gradient, s.curvature};
      for (std::size_t c = 0; c < kCount; ++c) sums[c][bins[c][s.id - first_id]] += one;
    }
  }

  std::array<const std::uint8_t*, kTogether> bins_{};
  std::array<Sums*, kTogether> sums_{};
  std::size_t count_ = 0;
};

std::uint64_t mix(std::uint64_t x) {  // splitmix64
  x += 0x9E3779B97F4A7C15;
  x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
  x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
  return x ^ (x >> 31);
}

class Grower {
 public:
  Grower(const SignalBins& bins, const TrainingRows& rows, const TreeOptions& options)
      : bins_(bins), rows_(rows), options_(options), copies_(rows.blank_copy ? 2 : 1) {
    for (std::size_t row = 0; row < bins.rows; ++row) {
      if (rows.weights[row] > 0) learnable_.push_back(static_cast<std::uint32_t>(row));
    }
    for (std::size_t k = 0; k < bins.columns(); ++k) {
      if (rows.columns[k] != ColumnUse::kDropped && !bins.cuts[k].empty()) usable_.push_back(k);
    }
    margins_.assign(bins.rows * copies_, 0.0f);
    blanks_.assign(bins.columns(), 0);
    run_parallel(options.jobs, usable_.size(), [&](std::size_t i) { find_blank(usable_[i]); });
    forest_.gains.assign(bins.columns(), 0.0);
  }

  Forest run() {
    for (unsigned tree = 0; tree < options_.trees && !usable_.empty(); ++tree) {
      draw(tree);
      grow();
      append_tree();
    }
    return std::move(forest_);
  }

 private:
  void find_blank(std::size_t column) {
    std::array<std::size_t, kMostBins> counts{};
    for (const std::uint32_t row : learnable_) ++counts[bins_.column(column)[row]];
    blanks_[column] =
        static_cast<std::uint8_t>(std::max_element(counts.begin(), counts.end()) - counts.begin());
  }

  bool is_copy(std::uint32_t id) const { return id >= bins_.rows; }

  std::uint8_t bin_of(std::size_t column, std::uint32_t id) const {
    if (!is_copy(id)) return bins_.column(column)[id];
    return rows_.columns[column] == ColumnUse::kBlankable ? blanks_[column]
                                                          : bins_.column(column)[id - bins_.rows];
  }

  // The rows and columns of one tree, and what its rows still lack.
  void draw(unsigned tree) {
    std::mt19937_64 random(mix(options_.seed ^ mix(tree)));
    columns_ = usable_;
    const auto wanted = std::max<std::size_t>(
        1,
        static_cast<std::size_t>(std::lround(options_.column_share * static_cast<double>(columns_.size()))));
    for (std::size_t i = 0; i < wanted && i < columns_.size(); ++i) {
      std::swap(columns_[i], columns_[i + random() % (columns_.size() - i)]);
    }
    columns_.resize(std::min(wanted, columns_.size()));
    std::sort(columns_.begin(), columns_.end());

    samples_.clear();
    others_.clear();
    const std::uint64_t salt = random();
    const auto limit = static_cast<std::uint64_t>(options_.row_share * 0x1p53);
    for (std::size_t copy = 0; copy < copies_; ++copy) {
      for (const std::uint32_t row : learnable_) {
        const auto id = static_cast<std::uint32_t>(row + copy * bins_.rows);
        if (mix(salt ^ mix(id)) >> 11 >= limit) {
          others_.push_back(id);
          continue;
        }
        const double p = 1 / (1 + std::exp(-static_cast<double>(margins_[id])));
        const double weight = rows_.weights[row];
        samples_.push_back({id, static_cast<float>(weight * (p - rows_.labels[row])),
                            static_cast<float>(std::max(weight * p * (1 - p), 1e-16))});
      }
    }
  }

  void grow() {
    nodes_.assign(1, {});
    std::vector<Leaf> leaves(1);
    leaves[0].learned = {0, samples_.size()};
    leaves[0].others = {0, others_.size()};
    for (const Sample& s : samples_) leaves[0].sums += {s.gradient, s.curvature};
    sum_up(leaves[0]);
    find_split(leaves[0]);
    while (leaves.size() < options_.leaves) {
      const auto best = std::max_element(leaves.begin(), leaves.end(), [](const Leaf& a, const Leaf& b) {
        return a.split.gain < b.split.gain;
      });
      if (best->split.gain <= kLeastGain) break;
      Leaf right = divide(*best);
      leaves.push_back(std::move(right));
    }
    for (const Leaf& leaf : leaves) set_value(leaf);
  }

  // Turns a leaf into its left half and gives the right one.
  Leaf divide(Leaf& leaf) {
    GrowingNode& node = nodes_[leaf.node];
    node.split = leaf.split;
    node.left = nodes_.size();
    forest_.gains[leaf.split.column] += leaf.split.gain;
    Leaf right;
    right.node = node.left + 1;
    right.depth = leaf.depth + 1;
    nodes_.resize(nodes_.size() + 2, GrowingNode{{}, 0, 0, right.depth});
    const std::size_t column = leaf.split.column;
    const std::size_t cut = leaf.split.cut;
    const auto goes_left = [&](std::uint32_t id) { return bin_of(column, id) <= cut; };
    const auto part = [](auto& items, Range& range, auto&& left) {
      const auto begin = items.begin() + static_cast<std::ptrdiff_t>(range.begin);
      const auto end = items.begin() + static_cast<std::ptrdiff_t>(range.end);
      const auto middle = static_cast<std::size_t>(std::stable_partition(begin, end, left) - items.begin());
      return Range{middle, std::exchange(range.end, middle)};
    };
    right.learned = part(samples_, leaf.learned, [&](const Sample& s) { return goes_left(s.id); });
    right.others = part(others_, leaf.others, goes_left);
    leaf.node = right.node - 1;
    leaf.depth = right.depth;

    Leaf& small = right.learned.size() < leaf.learned.size() ? right : leaf;
    Leaf& large = &small == &right ? leaf : right;
    std::vector<ColumnSums> whole = std::move(leaf.columns);
    const Sums all = leaf.sums;
    small.sums = {};
    for (std::size_t i = small.learned.begin; i < small.learned.end; ++i) {
      small.sums += {samples_[i].gradient, samples_[i].curvature};
    }
    large.sums = all - small.sums;
    sum_up(small);
    for (std::size_t c = 0; c < whole.size(); ++c) {
      for (std::size_t b = 0; b < kMostBins; ++b) whole[c][b] = whole[c][b] - small.columns[c][b];
    }
    large.columns = std::move(whole);
    find_split(small);
    find_split(large);
    return right;
  }

  void sum_up(Leaf& leaf) {
    leaf.columns.assign(columns_.size(), {});
    const auto begin = samples_.begin() + static_cast<std::ptrdiff_t>(leaf.learned.begin);
    const auto end = samples_.begin() + static_cast<std::ptrdiff_t>(leaf.learned.end);
    const auto copies = std::find_if(begin, end, [&](const Sample& s) { return is_copy(s.id); });
    Sums of_copies;
    for (auto s = copies; s != end; ++s) of_copies += {s->gradient, s->curvature};
    // Some columns together, so that a sample is read once for all of them and the additions do not wait for
    // each other.
    const std::size_t groups = (columns_.size() + kTogether - 1) / kTogether;
    run_parallel(leaf.learned.size() < kManyRows ? 1 : options_.jobs, groups, [&](std::size_t group) {
      Columns all;
      Columns not_blank;
      for (std::size_t c = group * kTogether; c < std::min((group + 1) * kTogether, columns_.size()); ++c) {
        const std::size_t column = columns_[c];
        const bool blankable = rows_.columns[column] == ColumnUse::kBlankable;
        all.add(bins_.column(column), leaf.columns[c]);
        if (blankable) leaf.columns[c][blanks_[column]] += of_copies;
        if (!blankable) not_blank.add(bins_.column(column), leaf.columns[c]);
      }
      all.sum_up({begin, copies}, 0);
      not_blank.sum_up({copies, end}, bins_.rows);
    });
  }

  double worth(const Sums& s) const { return s.gradient * s.gradient / (s.curvature + options_.lambda); }

  void find_split(Leaf& leaf) {
    leaf.split = {};
    if (options_.depth != 0 && leaf.depth >= options_.depth) return;
    if (leaf.sums.curvature < 2 * options_.least_weight) return;
    const double before = worth(leaf.sums);
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      Sums left;
      for (std::size_t cut = 0; cut < bins_.cuts[columns_[c]].size(); ++cut) {
        left += leaf.columns[c][cut];
        if (left.curvature < options_.least_weight) continue;
        const Sums right = leaf.sums - left;
        if (right.curvature < options_.least_weight) break;
        const double gain = worth(left) + worth(right) - before;
        if (gain > leaf.split.gain) leaf.split = {gain, columns_[c], cut};
      }
    }
  }

  void set_value(const Leaf& leaf) {
    const auto value =
        static_cast<float>(-options_.eta * leaf.sums.gradient / (leaf.sums.curvature + options_.lambda));
    nodes_[leaf.node].value = value;
    for (std::size_t i = leaf.learned.begin; i < leaf.learned.end; ++i) margins_[samples_[i].id] += value;
    for (std::size_t i = leaf.others.begin; i < leaf.others.end; ++i) margins_[others_[i]] += value;
  }

  void append_tree() {
    std::vector<std::size_t> order{0};
    unsigned depth = 0;
    for (std::size_t at = 0; at < order.size(); ++at) {
      const GrowingNode& node = nodes_[order[at]];
      depth = std::max(depth, node.depth);
      const bool leaf = node.left == 0;
      forest_.features.push_back(static_cast<std::uint16_t>(leaf ? 0 : node.split.column));
      forest_.values.push_back(leaf ? static_cast<float>(node.value)
                                    : bins_.cuts[node.split.column][node.split.cut]);
      forest_.links.push_back(static_cast<std::uint16_t>(leaf ? at * 2 : order.size() * 2 + 1));
      if (leaf) continue;
      order.push_back(node.left);
      order.push_back(node.left + 1);
    }
    forest_.tree_depths.push_back(static_cast<std::uint8_t>(depth));
    forest_.tree_begins.push_back(static_cast<std::uint32_t>(forest_.values.size()));
  }

  const SignalBins& bins_;
  const TrainingRows& rows_;
  const TreeOptions& options_;
  std::size_t copies_;
  std::vector<std::uint32_t> learnable_;
  std::vector<std::size_t> usable_;
  std::vector<std::size_t> columns_;  // of this tree
  std::vector<std::uint8_t> blanks_;
  std::vector<float> margins_;
  std::vector<Sample> samples_;
  std::vector<std::uint32_t> others_;  // rows that this tree does not learn from
  std::vector<GrowingNode> nodes_;
  Forest forest_;
};

}  // namespace

float Forest::walk(std::span<const float> row, std::size_t begin_tree, std::size_t end_tree,
                   float sum) const {
  for (std::size_t tree = begin_tree; tree < end_tree; ++tree) {
    std::size_t node = tree_begins[tree];
    for (unsigned step = 0; step < tree_depths[tree]; ++step) {
      const unsigned link = links[node];
      const unsigned right = row[features[node]] >= values[node] ? 1u : 0u;
      node = tree_begins[tree] + (link >> 1) + (link & right);
    }
    sum += values[node];
  }
  return sum;
}

void Forest::append(const Forest& other) {
  const std::uint32_t nodes = tree_begins.back();
  for (std::size_t tree = 1; tree < other.tree_begins.size(); ++tree)
    tree_begins.push_back(nodes + other.tree_begins[tree]);
  const auto join = [](auto& all, const auto& more) { all.insert(all.end(), more.begin(), more.end()); };
  join(tree_depths, other.tree_depths);
  join(features, other.features);
  join(links, other.links);
  join(values, other.values);
  gains.resize(std::max(gains.size(), other.gains.size()));
  for (std::size_t k = 0; k < other.gains.size(); ++k) gains[k] += other.gains[k];
}

Forest grow_forest(const SignalBins& bins, const TrainingRows& rows, const TreeOptions& options) {
  return Grower(bins, rows, options).run();
}

}  // namespace clean_article::training
