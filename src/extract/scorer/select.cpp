#include "extract/scorer/select.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

namespace clean_article::extract {

namespace {

// A probability and the place of its block in one number, which is larger where the block comes first: by
// falling probability, then by order on the page. Of numbers that are not negative the bits are in their
// order.
std::uint64_t rank_of(float probability, std::size_t block) {
  const std::uint64_t bits = std::bit_cast<std::uint32_t>(probability);
  return bits << 32 | ~static_cast<std::uint32_t>(block);
}

std::size_t block_of(std::uint64_t rank) {
  return ~static_cast<std::uint32_t>(rank);
}

double believed(float probability, float power) {
  return power == 1 ? double{probability} : std::pow(double{probability}, double{power});
}

}  // namespace

std::vector<bool> select_blocks(std::span<const float> probabilities, std::span<const float> words,
                                const SelectOptions& options) {
  // While a block's own 2·p is less than the best F1 so far, each further one lowers it. So little less that
  // rounding could say otherwise does not count.
  constexpr double kSurelyLess = 0.9;
  std::vector<bool> chosen(probabilities.size(), false);
  if (probabilities.empty() ||
      *std::max_element(probabilities.begin(), probabilities.end()) < options.empty_below)
    return chosen;
  std::vector<std::uint64_t> ranks(probabilities.size());
  std::vector<double> mass(words.size());
  double expected = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    ranks[i] = rank_of(probabilities[i], i);
    expected += mass[i] = believed(probabilities[i], options.doubt_power) * words[i];
  }
  std::ranges::make_heap(ranks);  // few of a page's blocks are likely: only these are put in order
  double hits = 0;
  double taken = 0;
  double best = -1;
  std::size_t cut = 0;
  auto left = ranks.end();
  while (left != ranks.begin()) {
    const std::size_t block = block_of(ranks.front());
    if (2 * mass[block] < kSurelyLess * best * words[block]) break;
    std::ranges::pop_heap(ranks.begin(), left--);
    hits += mass[block];
    taken += words[block];
    const double f1 = 2 * hits / (taken + options.recall_weight * expected + 1e-9);
    if (f1 > best) {
      best = f1;
      cut = static_cast<std::size_t>(ranks.end() - left);
    }
  }
  for (auto rank = ranks.end() - static_cast<std::ptrdiff_t>(cut); rank != ranks.end(); ++rank)
    chosen[block_of(*rank)] = true;
  return chosen;
}

}  // namespace clean_article::extract
