// Choosing blocks from their probabilities. Knows probabilities and lengths only.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace clean_article::extract {

struct SelectOptions {
  // Weight of the text that is expected to be left out: below 1 the choice is stricter, above 1 laxer.
  float recall_weight = 1.0f;
  // The power that probabilities are raised to first: below 1 doubtful blocks count for more.
  float doubt_power = 1.0f;
  // A page whose best block is less probable than this has no article.
  float empty_below = 0.25f;
};

// Takes blocks by falling probability and stops where the expected word F1 of the chosen text is highest:
// 2·Σp·L / (Σ L of the chosen + w·Σ p·L of all). Over a fixed threshold this gave the study 1.0 point, the
// rule of empty pages another 0.4. Ties are broken by order on the
// page.
std::vector<bool> select_blocks(std::span<const float> probabilities, std::span<const float> words,
                                const SelectOptions& options);

}  // namespace clean_article::extract
