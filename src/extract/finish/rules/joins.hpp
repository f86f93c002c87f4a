// What the rules that join blocks to kept text have in common.
#pragma once

#include <cstddef>

namespace clean_article::extract::rules {

inline constexpr std::size_t kJoinReach = 3;  // blocks back to the kept one before
inline constexpr float kLeastBetween = 0.1f;  // score between kept blocks

}  // namespace clean_article::extract::rules
