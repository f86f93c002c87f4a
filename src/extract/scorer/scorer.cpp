#include "extract/scorer/scorer.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <numeric>
#include <string_view>

#include "extract/scorer/cascade.hpp"
#include "extract/scorer/leaf_masks.hpp"

namespace clean_article::extract {

namespace {

#include "extract/scorer/model.inc"

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

constexpr std::size_t kTrees = std::size(kTreeDepths);

Forest trees(std::size_t begin, std::size_t end) {
  return {std::span(kTreeBegins).subspan(begin, end - begin + 1),
          std::span(kTreeDepths).subspan(begin, end - begin), kNodeFeatures, kNodeLinks, kNodeValues};
}

void gather(const SignalTable& signals, std::size_t block, float* row) {
  const auto& columns = model_signals();
  for (std::size_t c = 0; c < kColumns; ++c) row[c] = signals.get(block, columns[c]);
}

class LearnedScorer : public Scorer {
 public:
  void score(const Survey&, const SignalTable& signals, std::vector<float>& out) const override {
    std::vector<std::uint32_t> which(signals.blocks());
    std::iota(which.begin(), which.end(), 0u);
    out.assign(which.size(), 0.0f);
    Cascade cascade;
    for (std::size_t look = 0; look < std::size(kModelLooks); ++look) {
      parts_[look].evaluate(signals.rows(), kSignalCount, which, out);
      cascade.take_told(kModelLooks[look], which, out);
    }
    parts_.back().evaluate(signals.rows(), kSignalCount, which, out);
    for (const std::uint32_t block : which) out[block] /= static_cast<float>(kModelForests);
    for (float& margin : out) margin = 1 / (1 + std::exp(-margin));
  }

  std::vector<std::vector<Influence>> influences(const SignalTable& signals,
                                                 std::size_t most) const override {
    const std::size_t blocks = std::min(signals.blocks(), kMostExplainedBlocks);
    std::vector<std::vector<float>> credits(blocks);
    std::vector<float> average(kColumns, 0.0f);
    const Forest forest = trees(0, kTrees);
    std::vector<float> row(kColumns);
    for (std::size_t i = 0; i < blocks; ++i) {
      gather(signals, i, row.data());
      credits[i].assign(kColumns, 0.0f);
      explain(forest, row, credits[i]);
      for (float& credit : credits[i]) credit /= static_cast<float>(kModelForests);
      for (std::size_t c = 0; c < kColumns; ++c) average[c] += credits[i][c] / static_cast<float>(blocks);
    }
    std::vector<std::vector<Influence>> strongest(blocks);
    std::vector<Influence> all;
    for (std::size_t i = 0; i < blocks; ++i) {
      all.clear();
      for (std::size_t c = 0; c < kColumns; ++c) {
        const Signal signal = model_signals()[c];
        all.push_back({signal, signals.get(i, signal), credits[i][c] - average[c]});
      }
      std::stable_sort(all.begin(), all.end(), [](const Influence& a, const Influence& b) {
        return std::abs(a.log_odds) > std::abs(b.log_odds);
      });
      const auto end = all.begin() + static_cast<std::ptrdiff_t>(std::min(all.size(), most));
      strongest[i].assign(all.begin(), end);
    }
    return strongest;
  }

 private:
  // The trees before each look, and behind the last.
  static std::vector<LeafMasks> parts() {
    std::vector<std::uint16_t> columns;
    for (const Signal signal : model_signals()) columns.push_back(static_cast<std::uint16_t>(signal));
    std::vector<LeafMasks> parts;
    std::size_t begin = 0;
    for (const CascadeLook& look : kModelLooks) {
      parts.emplace_back(trees(begin, look.trees), columns);
      begin = look.trees;
    }
    parts.emplace_back(trees(begin, kTrees), columns);
    return parts;
  }

  std::vector<LeafMasks> parts_ = parts();
};

}  // namespace

const Scorer& page_scorer() {
  static const LearnedScorer scorer;
  return scorer;
}

}  // namespace clean_article::extract
