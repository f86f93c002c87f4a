#include "extract/scorer/select.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace clean_article::extract {

std::vector<bool> select_blocks(std::span<const float> probabilities, std::span<const float> words,
                                const SelectOptions& options) {
  std::vector<bool> chosen(probabilities.size(), false);
  if (probabilities.empty() ||
      *std::max_element(probabilities.begin(), probabilities.end()) < options.empty_below)
    return chosen;
  std::vector<std::uint32_t> order(probabilities.size());
  std::iota(order.begin(), order.end(), 0u);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return probabilities[a] > probabilities[b]; });
  std::vector<double> mass(words.size());
  double expected = 0;
  for (std::size_t i = 0; i < words.size(); ++i)
    expected += mass[i] = std::pow(double{probabilities[i]}, double{options.doubt_power}) * words[i];
  double hits = 0;
  double taken = 0;
  double best = -1;
  std::size_t cut = 0;
  for (std::size_t k = 0; k < order.size(); ++k) {
    hits += mass[order[k]];
    taken += words[order[k]];
    const double f1 = 2 * hits / (taken + options.recall_weight * expected + 1e-9);
    if (f1 > best) {
      best = f1;
      cut = k + 1;
    }
  }
  for (std::size_t k = 0; k < cut; ++k) chosen[order[k]] = true;
  return chosen;
}

}  // namespace clean_article::extract
