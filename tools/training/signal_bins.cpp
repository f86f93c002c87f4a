#include "signal_bins.hpp"

#include <algorithm>

#include "run_parallel.hpp"

namespace clean_article::training {
namespace {

constexpr std::size_t kSampleRows = 1 << 16;  // enough for 128 quantiles
constexpr std::size_t kChunkRows = 1024;      // rows that are read together, for the cache

float halfway(float low, float high) {
  const float middle = low + (high - low) / 2;
  return middle > low ? middle : high;
}

std::vector<float> cuts_of(std::vector<float>& sample) {
  std::sort(sample.begin(), sample.end());
  const auto distinct = [&] {
    std::size_t count = 1;
    for (std::size_t i = 1; i < sample.size(); ++i) count += sample[i] != sample[i - 1];
    return count;
  }();
  const std::size_t least = distinct <= kMostBins ? 1 : sample.size() / kMostBins + 1;  // values a bin
  std::vector<float> cuts;
  std::size_t in_bin = 1;
  for (std::size_t i = 1; i < sample.size() && cuts.size() + 1 < kMostBins; ++i, ++in_bin) {
    if (sample[i] == sample[i - 1] || in_bin < least) continue;
    cuts.push_back(halfway(sample[i - 1], sample[i]));
    in_bin = 0;
  }
  return cuts;
}

}  // namespace

SignalBins bin_signals(std::span<const float> signals, std::size_t columns, unsigned jobs) {
  SignalBins result;
  result.cuts.resize(columns);
  if (columns == 0 || signals.empty()) return result;
  result.rows = signals.size() / columns;
  result.bins.resize(signals.size());
  const std::size_t step = result.rows / kSampleRows + 1;
  run_parallel(jobs, columns, [&](std::size_t k) {
    std::vector<float> sample;
    for (std::size_t row = 0; row < result.rows; row += step) sample.push_back(signals[row * columns + k]);
    result.cuts[k] = cuts_of(sample);
  });
  run_parallel(jobs, (result.rows + kChunkRows - 1) / kChunkRows, [&](std::size_t chunk) {
    const std::size_t end = std::min((chunk + 1) * kChunkRows, result.rows);
    for (std::size_t k = 0; k < columns; ++k) {
      const std::vector<float>& cuts = result.cuts[k];
      for (std::size_t row = chunk * kChunkRows; row < end; ++row) {
        const auto bin =
            std::upper_bound(cuts.begin(), cuts.end(), signals[row * columns + k]) - cuts.begin();
        result.bins[k * result.rows + row] = static_cast<std::uint8_t>(bin);
      }
    }
  });
  return result;
}

}  // namespace clean_article::training
