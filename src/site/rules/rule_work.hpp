// What a site's rule may cost on one page: one account for all that is no XPath, which has its own. Owns the
// count; knows nothing of rules.
#pragma once

#include <cstddef>

#include "base/base.hpp"

namespace clean_article::site {

class RuleWork {
 public:
  explicit RuleWork(std::size_t most_bytes = kMostRuleBytes) : left_(most_bytes) {}

  // Whether there is enough left for reading so many bytes; takes them off. What was refused once is refused
  // from then on, so that a rule's lines work in their order or not at all.
  bool spend(std::size_t bytes) {
    if (bytes > left_) is_spent_ = true;
    if (is_spent_) return false;
    left_ -= bytes;
    return true;
  }
  bool is_spent() const { return is_spent_; }

 private:
  std::size_t left_;
  bool is_spent_ = false;
};

}  // namespace clean_article::site
