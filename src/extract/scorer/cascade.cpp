#include "extract/scorer/cascade.hpp"

#include <algorithm>

namespace clean_article::extract {

void Cascade::take_told(const CascadeLook& look, std::vector<std::uint32_t>& which,
                        std::span<float> log_odds) {
  float best = best_told_;
  for (const std::uint32_t block : which) best = std::max(best, log_odds[block]);
  const float hopeless = std::min(look.hopeless, best - look.gap);
  const auto put = [&](std::uint32_t block, const CascadeLine& line) {
    return log_odds[block] = line.slope * log_odds[block] + line.base;
  };
  std::erase_if(which, [&](std::uint32_t block) {
    if (log_odds[block] < hopeless) {
      put(block, look.of_hopeless);
      return true;
    }
    if (!(log_odds[block] > look.certain)) return false;
    best_told_ = std::max(best_told_, put(block, look.of_certain));
    return true;
  });
}

}  // namespace clean_article::extract
