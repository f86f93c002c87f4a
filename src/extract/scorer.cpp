#include "extract/scorer.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string_view>

#include "extract/leaf_masks.hpp"

namespace clean_article::extract {

namespace {

#include "extract/model.inc"

constexpr std::size_t kColumns = std::size(kModelColumns);

// The signals that the trees ask for, by the numbers that the trees use.
const std::vector<Signal>& model_signals() {
  static const std::vector<Signal> signals = [] {
    std::vector<Signal> found;
    std::size_t i = 0;  // both lists have the same order: each is found soon behind the one before
    for (const std::string_view name : kModelColumns) {
      std::size_t passed = 0;
      while (signal_name(static_cast<Signal>(i)) != name) {
        i = (i + 1) % kSignalCount;
        if (++passed == kSignalCount) std::abort();  // the model was made for other signals: a build fault
      }
      found.push_back(static_cast<Signal>(i));
    }
    return found;
  }();
  return signals;
}

Forest model() {
  return {kModelBias, kTreeBegins, kTreeDepths, kNodeFeatures, kNodeLinks, kNodeValues};
}

void gather(const SignalTable& signals, std::size_t block, float* row) {
  const auto& columns = model_signals();
  for (std::size_t c = 0; c < kColumns; ++c) row[c] = signals.get(block, columns[c]);
}

class LearnedScorer : public Scorer {
 public:
  void score(const Survey&, const SignalTable& signals, std::vector<float>& out) const override {
    forest_.evaluate(signals.rows(), kSignalCount, out);
    for (float& margin : out) margin = 1 / (1 + std::exp(-margin));
  }

  std::vector<std::vector<Influence>> influences(const SignalTable& signals,
                                                 std::size_t most) const override {
    std::vector<std::vector<float>> credits(signals.blocks());
    std::vector<float> average(kColumns, 0.0f);
    std::vector<float> row(kColumns);
    for (std::size_t i = 0; i < signals.blocks(); ++i) {
      gather(signals, i, row.data());
      explain(model(), row, credits[i]);
      for (std::size_t c = 0; c < kColumns; ++c)
        average[c] += credits[i][c] / static_cast<float>(signals.blocks());
    }
    std::vector<std::vector<Influence>> all(signals.blocks());
    for (std::size_t i = 0; i < signals.blocks(); ++i) {
      for (std::size_t c = 0; c < kColumns; ++c) {
        const Signal signal = model_signals()[c];
        all[i].push_back({signal, signals.get(i, signal), credits[i][c] - average[c]});
      }
      std::stable_sort(all[i].begin(), all[i].end(), [](const Influence& a, const Influence& b) {
        return std::abs(a.log_odds) > std::abs(b.log_odds);
      });
      if (all[i].size() > most) all[i].resize(most);
    }
    return all;
  }

 private:
  static LeafMasks forest() {
    std::vector<std::uint16_t> columns;
    for (const Signal signal : model_signals()) columns.push_back(static_cast<std::uint16_t>(signal));
    return LeafMasks(model(), columns);
  }

  LeafMasks forest_ = forest();
};

}  // namespace

const Scorer& page_scorer() {
  static const LearnedScorer scorer;
  return scorer;
}

}  // namespace clean_article::extract
