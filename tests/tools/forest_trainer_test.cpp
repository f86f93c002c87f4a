// The trainer, on tables small enough to work out by hand and on made-up ones with a known answer.
#include "forest_trainer.hpp"

#include <cmath>
#include <random>
#include <vector>

#include "catch.hpp"
#include "signal_bins.hpp"

using namespace clean_article::training;

namespace {

// Options under which one tree is the plain textbook step.
TreeOptions plain() {
  TreeOptions options;
  options.trees = 1;
  options.leaves = 2;
  options.eta = 1;
  options.row_share = 1;
  options.column_share = 1;
  options.least_weight = 0.1;
  options.lambda = 1;
  options.jobs = 1;
  return options;
}

struct Table {
  std::vector<float> signals;
  std::vector<std::uint8_t> labels;
  std::vector<float> weights;
  std::vector<ColumnUse> columns;
  bool blank_copy = false;

  Forest grow(const TreeOptions& options) const {
    const SignalBins bins = bin_signals(signals, columns.size(), options.jobs);
    return grow_forest(bins, {weights, labels, columns, blank_copy}, options);
  }
};

// 4,000 rows of four columns; the label is whether exactly one of the first two is positive. The third
// copies the label, the fourth is noise.
Table exclusive_or() {
  std::mt19937 random(3);
  Table table;
  for (int i = 0; i < 4000; ++i) {
    const float a = static_cast<float>(random() % 2000) / 1000 - 1;
    const float b = static_cast<float>(random() % 2000) / 1000 - 1;
    const bool label = (a >= 0) != (b >= 0);
    table.signals.insert(table.signals.end(),
                         {a, b, label ? 1.0f : 0.0f, static_cast<float>(random() % 100)});
    table.labels.push_back(label);
  }
  table.weights.assign(table.labels.size(), 1);
  table.columns = {ColumnUse::kPlain, ColumnUse::kPlain, ColumnUse::kDropped, ColumnUse::kPlain};
  return table;
}

double share_right(const Table& table, const Forest& forest, std::vector<float> blank = {}) {
  const std::size_t columns = table.columns.size();
  double right = 0;
  for (std::size_t i = 0; i < table.labels.size(); ++i) {
    std::vector<float> row(table.signals.begin() + static_cast<std::ptrdiff_t>(i * columns),
                           table.signals.begin() + static_cast<std::ptrdiff_t>((i + 1) * columns));
    for (std::size_t k = 0; k < blank.size(); ++k) row[k] = blank[k];
    right += (forest.margin(row) > 0) == (table.labels[i] == 1);
  }
  return right / static_cast<double>(table.labels.size());
}

}  // namespace

TEST_CASE("cuts lie halfway between values, and a value on a cut is right of it") {
  const SignalBins bins = bin_signals(std::vector<float>{3, 1, 1, 2}, 1, 1);
  CHECK(bins.cuts[0] == std::vector<float>{1.5f, 2.5f});
  CHECK(bins.bins == std::vector<std::uint8_t>{2, 0, 0, 1});
  const SignalBins two = bin_signals(std::vector<float>{0, 5, 0, 7, 0, 9}, 2, 2);
  CHECK(two.cuts[0].empty());
  CHECK(two.cuts[1] == std::vector<float>{6, 8});
  CHECK(std::vector<std::uint8_t>(two.column(1), two.column(1) + 3) == std::vector<std::uint8_t>{0, 1, 2});
}

TEST_CASE("many values share the bins evenly") {
  std::vector<float> values;
  for (int i = 0; i < 12'800; ++i) values.push_back(static_cast<float>(i * 7919 % 12'800));
  const SignalBins bins = bin_signals(values, 1, 1);
  std::vector<int> counts(kMostBins, 0);
  for (const std::uint8_t bin : bins.bins) ++counts[bin];
  for (std::size_t b = 0; b <= bins.cuts[0].size(); ++b) CHECK(counts[b] <= 202);
  CHECK(bins.cuts[0].size() > 120);
}

TEST_CASE("one split is worth what the formula says") {
  // At log-odds 0 a row of weight w has gradient ±w/2 and curvature w/4.
  Table table{{0, 0, 0, 9}, {0, 0, 0, 1}, {1, 1, 1, 2}, {ColumnUse::kPlain}};
  const Forest forest = table.grow(plain());
  REQUIRE(forest.values.size() == 3);
  CHECK(forest.values[0] == 4.5f);
  CHECK(forest.values[1] == Approx(-1.5 / (0.75 + 1)));
  CHECK(forest.values[2] == Approx(1.0 / (0.5 + 1)));
  CHECK(forest.links == std::vector<std::uint16_t>{3, 2, 4});
  CHECK(forest.gains[0] == Approx(1.5 * 1.5 / 1.75 + 1.0 / 1.5 - 0.5 * 0.5 / 2.25));
  CHECK(forest.margin(std::vector<float>{4.4f}) == forest.values[1]);
  CHECK(forest.margin(std::vector<float>{4.5f}) == forest.values[2]);
}

TEST_CASE("rows of no weight teach nothing") {
  Table table{{0, 0, 1, 1}, {0, 0, 1, 1}, {0, 0, 1, 1}, {ColumnUse::kPlain}};
  const Forest forest = table.grow(plain());
  CHECK(forest.values.size() == 1);
  CHECK(forest.values[0] > 0);
}

TEST_CASE("trees find what no single column tells, and only in the columns allowed") {
  const Table table = exclusive_or();
  TreeOptions options;
  options.trees = 40;
  options.leaves = 8;
  options.least_weight = 5;
  options.column_share = 0.7;
  options.eta = 0.3;
  const Forest forest = table.grow(options);
  CHECK(share_right(table, forest) > 0.97);
  CHECK(forest.gains[2] == 0);
  CHECK(forest.gains[0] > 10 * forest.gains[3]);
  CHECK(forest.tree_depths.size() == 40);
  CHECK(forest.tree_begins.back() == forest.values.size());

  SECTION("the same ones whatever the number of threads") {
    options.jobs = 1;
    const Forest again = table.grow(options);
    CHECK(again.values == forest.values);
    CHECK(again.features == forest.features);
    CHECK(again.links == forest.links);
  }
  SECTION("others with another seed") {
    options.seed = 2;
    CHECK(table.grow(options).values != forest.values);
  }
  SECTION("no deeper than asked") {
    options.depth = 2;
    for (const std::uint8_t depth : table.grow(options).tree_depths) CHECK(depth <= 2);
  }
}

TEST_CASE("trees of a forest put behind another's are walked as they were") {
  const Forest first{{0, 3}, {1}, {0, 0, 0}, {3, 2, 4}, {5, -1, 2}, {0.5, 0}};
  const Forest second{{0, 3}, {1}, {1, 0, 0}, {3, 2, 4}, {7, 10, 20}, {0, 0.25}};
  Forest both;
  both.append(first);
  both.append(second);
  const std::vector<float> low = {4, 6};
  const std::vector<float> high = {5, 7};
  CHECK(both.margin(low) == first.margin(low) + second.margin(low));
  CHECK(both.margin(high) == 22.0f);
  CHECK(both.gains == std::vector<double>{0.5, 0.25});
}

TEST_CASE("learned with a blanked copy, trees do without the blankable columns") {
  // The first column tells all; the second does so in nine rows of ten.
  Table table = exclusive_or();
  std::mt19937 random(4);
  for (std::size_t i = 0; i < table.labels.size(); ++i) {
    const float truth = table.labels[i];
    table.signals[i * 4] = truth;
    table.signals[i * 4 + 1] = random() % 10 == 0 ? 1 - truth : truth;
  }
  table.columns = {ColumnUse::kBlankable, ColumnUse::kPlain, ColumnUse::kDropped, ColumnUse::kDropped};
  TreeOptions options = plain();
  options.trees = 20;
  options.leaves = 4;
  const Forest without = table.grow(options);
  table.blank_copy = true;
  const Forest with = table.grow(options);
  CHECK(share_right(table, without) == 1);
  CHECK(share_right(table, with) > 0.94);  // a true value like the blank one is as good as none
  for (const float blank : {0.0f, 1.0f}) {
    INFO("blank " << blank);
    CHECK(share_right(table, without, {blank}) < 0.6);
  }
  CHECK(std::max(share_right(table, with, {0.0f}), share_right(table, with, {1.0f})) > 0.85);
}
