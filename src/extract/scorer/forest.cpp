#include "extract/scorer/forest.hpp"

namespace clean_article::extract {

void explain(const Forest& forest, std::span<const float> row, std::vector<float>& out) {
  std::vector<float> mean;
  for (std::size_t tree = 0; tree + 1 < forest.begins.size(); ++tree) {
    const std::uint32_t begin = forest.begins[tree];
    const std::uint32_t size = forest.begins[tree + 1] - begin;
    const auto link = [&](std::uint32_t at) { return forest.links[begin + at]; };
    // Children stand behind their parents, so one pass from the end gives every node the mean of its leaves.
    mean.assign(size, 0.0f);
    for (std::uint32_t at = size; at-- > 0;) {
      const std::uint32_t left = link(at) >> 1;
      mean[at] = (link(at) & 1) == 0 ? forest.values[begin + at] : (mean[left] + mean[left + 1]) / 2;
    }
    std::uint32_t at = 0;
    while ((link(at) & 1) != 0) {
      const std::uint16_t feature = forest.features[begin + at];
      const std::uint32_t next = (link(at) >> 1) + (row[feature] >= forest.values[begin + at] ? 1u : 0u);
      out[feature] += mean[next] - mean[at];
      at = next;
    }
  }
}

}  // namespace clean_article::extract
