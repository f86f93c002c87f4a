// The table of finishing rules: which there are, and their order. Owns their names and which are switched
// off.
#pragma once

#include <bitset>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/base.hpp"
#include "extract/finish/rule.hpp"

namespace clean_article::extract {

// In the order in which they run.
std::span<const FinishRule> finish_rules();

// Rules that are switched off.
class RulesOff {
 public:
  RulesOff() = default;
  // An error that suggests the nearest name where there is no such rule.
  static Result<RulesOff> of(const std::vector<std::string>& names);

  bool has(const FinishRule& rule) const {
    return bits_[static_cast<std::size_t>(&rule - finish_rules().data())];
  }

 private:
  static constexpr std::size_t kMostRules = 128;
  std::bitset<kMostRules> bits_;
};

}  // namespace clean_article::extract
