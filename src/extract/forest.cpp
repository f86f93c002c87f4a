#include "extract/forest.hpp"

#include <algorithm>
#include <array>

namespace clean_article::extract {

namespace {

// Rows walked side by side: enough that the loads of one hide behind those of the others.
constexpr std::size_t kLanes = 16;

void evaluate_lanes(const Forest& forest, const float* rows, std::size_t columns, std::size_t lanes,
                    float* out) {
  std::array<float, kLanes> sums;
  sums.fill(forest.bias);
  for (std::size_t tree = 0; tree + 1 < forest.begins.size(); ++tree) {
    const std::uint32_t begin = forest.begins[tree];
    const std::uint16_t* const features = forest.features.data() + begin;
    const std::uint16_t* const links = forest.links.data() + begin;
    const float* const values = forest.values.data() + begin;
    std::array<std::uint32_t, kLanes> node{};
    for (int step = forest.depths[tree]; step > 0; --step) {
      for (std::size_t lane = 0; lane < lanes; ++lane) {
        const std::uint32_t at = node[lane];
        const std::uint32_t link = links[at];
        const std::uint32_t right = rows[lane * columns + features[at]] >= values[at] ? 1u : 0u;
        node[lane] = (link >> 1) + (link & right);
      }
    }
    for (std::size_t lane = 0; lane < lanes; ++lane) sums[lane] += values[node[lane]];
  }
  std::copy_n(sums.begin(), lanes, out);
}

}  // namespace

void evaluate(const Forest& forest, std::span<const float> rows, std::size_t columns,
              std::vector<float>& out) {
  const std::size_t count = columns == 0 ? 0 : rows.size() / columns;
  out.resize(count);
  for (std::size_t first = 0; first < count; first += kLanes)
    evaluate_lanes(forest, rows.data() + first * columns, columns, std::min(kLanes, count - first),
                   out.data() + first);
}

void explain(const Forest& forest, std::span<const float> row, std::vector<float>& out) {
  out.assign(row.size(), 0.0f);
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
