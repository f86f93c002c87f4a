// Judging blocks: from signals to the probability that a block belongs to the article. Owns the interface and
// the learned scorer; knows nothing of what is then chosen.
#pragma once

#include <memory>
#include <vector>

#include "extract/signals.hpp"

namespace clean_article::extract {

class Scorer {
 public:
  virtual ~Scorer() = default;
  // One probability a block, in order. Thread-safe.
  virtual void score(const Survey& survey, const SignalTable& signals, std::vector<float>& out) const = 0;
};

// The scorer for pages, and the one for text dumps, whose lines have no elements around them. Static
// lifetime.
const Scorer& page_scorer();

}  // namespace clean_article::extract
