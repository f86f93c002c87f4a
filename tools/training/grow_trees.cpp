// grow_trees FOLDER OPTION=VALUE…: grows the forests that tools/train asks for. Reads signals.f32 and
// rows.bin of the folder and writes margins.f32 (log-odds by trees that never learned from the row's fold,
// NaN for other folds) and, with final=1, forest.bin. The files are described in
// tools/training/train_model.py.
#include <algorithm>
#include <charconv>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <limits>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "forest_trainer.hpp"
#include "run_parallel.hpp"

namespace clean_article::training {
namespace {

class Options {
 public:
  bool add(std::string_view word) {
    const std::size_t equals = word.find('=');
    if (equals == std::string_view::npos) return false;
    values_[std::string(word.substr(0, equals))] = std::string(word.substr(equals + 1));
    return true;
  }
  double number(const std::string& name, double otherwise) const {
    const auto it = values_.find(name);
    return it == values_.end() ? otherwise : std::stod(it->second);
  }
  unsigned whole(const std::string& name, unsigned otherwise) const {
    return static_cast<unsigned>(number(name, otherwise));
  }
  std::string text(const std::string& name) const {
    const auto it = values_.find(name);
    return it == values_.end() ? "" : it->second;
  }

 private:
  std::map<std::string, std::string> values_;
};

template <typename T>
std::vector<T> read_array(std::ifstream& file, std::size_t count) {
  std::vector<T> items(count);
  file.read(reinterpret_cast<char*>(items.data()), static_cast<std::streamsize>(count * sizeof(T)));
  return items;
}

template <typename T>
void write_array(std::ofstream& file, const std::vector<T>& items) {
  file.write(reinterpret_cast<const char*>(items.data()),
             static_cast<std::streamsize>(items.size() * sizeof(T)));
}

// All that the folder holds.
struct Work {
  std::size_t rows = 0;
  std::size_t columns = 0;
  std::vector<float> signals;
  std::vector<float> weights;
  std::vector<std::uint8_t> labels;
  std::vector<std::uint8_t> folds;
  std::vector<ColumnUse> uses;
};

bool read_work(const std::string& folder, const std::string& signals_path, Work& work) {
  std::ifstream rows(folder + "/rows.bin", std::ios::binary);
  const std::vector<std::uint64_t> sizes = read_array<std::uint64_t>(rows, 2);
  if (!rows) return false;
  work.rows = sizes[0];
  work.columns = sizes[1];
  work.weights = read_array<float>(rows, work.rows);
  work.labels = read_array<std::uint8_t>(rows, work.rows);
  work.folds = read_array<std::uint8_t>(rows, work.rows);
  work.uses = read_array<ColumnUse>(rows, work.columns);
  std::ifstream signals(signals_path, std::ios::binary);
  work.signals = read_array<float>(signals, work.rows * work.columns);
  return rows.good() && signals.good();
}

TreeOptions tree_options(const Options& given) {
  TreeOptions options;
  options.trees = given.whole("trees", options.trees);
  options.leaves = given.whole("leaves", options.leaves);
  options.depth = given.whole("depth", options.depth);
  options.eta = given.number("eta", options.eta);
  options.row_share = given.number("row_share", options.row_share);
  options.column_share = given.number("column_share", options.column_share);
  options.least_weight = given.number("least_weight", options.least_weight);
  options.lambda = given.number("lambda", options.lambda);
  options.seed = given.whole("seed", 1);
  options.jobs = given.whole("jobs", options.jobs);
  return options;
}

void write_forest(const Forest& forest, const std::string& path) {
  std::ofstream file(path, std::ios::binary);
  write_array(file, std::vector<std::uint32_t>{static_cast<std::uint32_t>(forest.tree_depths.size()),
                                               static_cast<std::uint32_t>(forest.values.size())});
  write_array(file, forest.tree_begins);
  write_array(file, forest.tree_depths);
  write_array(file, forest.features);
  write_array(file, forest.links);
  write_array(file, forest.values);
}

// Forests that differ by their seed alone. What one draw of rows and columns makes of a page is partly luck,
// and the mean has less of it.
std::vector<Forest> grow_forests(const SignalBins& bins, const TrainingRows& rows, TreeOptions options,
                                 unsigned count) {
  std::vector<Forest> forests;
  for (unsigned i = 0; i < count; ++i, ++options.seed) forests.push_back(grow_forest(bins, rows, options));
  return forests;
}

Forest joined(const std::vector<Forest>& forests) {
  Forest all;
  for (const Forest& forest : forests) all.append(forest);
  return all;
}

// The numbers of trees in "20,80".
std::vector<std::size_t> looks_of(const std::string& text) {
  std::vector<std::size_t> looks;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t end = std::min(text.find(',', at), text.size());
    looks.push_back(std::stoul(text.substr(at, end - at)));
    at = end + 1;
  }
  return looks;
}

// What so many of the first trees say of a row, look by look, and then what all of them do: the mean of the
// forests' log-odds.
void add_margins(const Forest& all, const std::vector<std::size_t>& looks, unsigned forests,
                 std::span<const float> row, float* margins) {
  float sum = 0;
  std::size_t begin = 0;
  for (const std::size_t end : looks) {
    *margins++ = sum = all.walk(row, begin, end, sum);
    begin = end;
  }
  *margins = all.walk(row, begin, all.trees(), sum) / static_cast<float>(forests);
}

int run(const std::string& folder, const Options& given) {
  Work work;
  if (!read_work(folder, given.text("signals"), work)) {
    return std::fprintf(stderr, "grow_trees: %s: incomplete\n", folder.c_str()), 1;
  }
  const TreeOptions options = tree_options(given);
  const SignalBins bins = bin_signals(work.signals, work.columns, options.jobs);
  const bool blank_copy = given.whole("blank_copy", 0) != 0;
  const unsigned count = given.whole("forests", 1);
  const std::vector<std::size_t> looks = looks_of(given.text("looks"));
  const std::size_t margins_a_row = looks.size() + 1;

  std::vector<float> margins(work.rows * margins_a_row, std::numeric_limits<float>::quiet_NaN());
  std::vector<double> gains(work.columns, 0.0);
  for (const char digit : given.text("folds")) {
    const auto fold = static_cast<std::uint8_t>(digit - '0');
    std::vector<float> weights = work.weights;
    for (std::size_t i = 0; i < work.rows; ++i) {
      if (work.folds[i] == fold) weights[i] = 0;
    }
    const std::vector<Forest> forests =
        grow_forests(bins, {weights, work.labels, work.uses, blank_copy}, options, count);
    for (const Forest& forest : forests)
      for (std::size_t k = 0; k < work.columns; ++k) gains[k] += forest.gains[k];
    const Forest all = joined(forests);
    run_parallel(options.jobs, work.rows, [&](std::size_t i) {
      if (work.folds[i] != fold) return;
      const std::span<const float> row(work.signals.data() + i * work.columns, work.columns);
      add_margins(all, looks, count, row, &margins[i * margins_a_row]);
    });
    std::fprintf(stderr, "fold %c grown\n", digit);
  }
  std::ofstream file(folder + "/margins.f32", std::ios::binary);
  write_array(file, margins);
  std::ofstream gains_file(folder + "/gains.f64", std::ios::binary);
  write_array(gains_file, gains);
  if (given.whole("final", 0) != 0) {
    const TrainingRows all{work.weights, work.labels, work.uses, blank_copy};
    write_forest(joined(grow_forests(bins, all, options, count)), folder + "/forest.bin");
  }
  file.close();
  gains_file.close();
  return file && gains_file ? 0 : 1;
}

}  // namespace
}  // namespace clean_article::training

int main(int argc, char** argv) {
  using namespace clean_article::training;
  Options options;
  bool ok = argc >= 2;
  for (int i = 2; i < argc; ++i) ok = options.add(argv[i]) && ok;
  if (!ok) return std::fprintf(stderr, "usage: grow_trees FOLDER OPTION=VALUE...\n"), 2;
  return run(argv[1], options);
}
