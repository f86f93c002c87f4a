// Signals cut into at most kMostBins steps each, column after column: what trees are grown from. Knows
// numbers only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace clean_article::training {

inline constexpr std::size_t kMostBins = 128;

struct SignalBins {
  std::size_t rows = 0;
  std::vector<std::uint8_t> bins;        // bins[column * rows + row]: how many of the cuts are <= the value
  std::vector<std::vector<float>> cuts;  // a column: ascending; a split at cut k sends bins > k right

  const std::uint8_t* column(std::size_t k) const { return bins.data() + k * rows; }
  std::size_t columns() const { return cuts.size(); }
};

// `signals` is rows × columns, row after row. Cuts lie halfway between neighbouring values of a regular
// sample of the rows, so that every bin holds about as many of them where values do not repeat.
SignalBins bin_signals(std::span<const float> signals, std::size_t columns, unsigned jobs);

}  // namespace clean_article::training
