// Judging blocks: from signals to the probability that a block belongs to the article. Owns the interface and
// the learned scorer; knows nothing of what is then chosen.
#pragma once

#include <vector>

#include "extract/signals/signals.hpp"

namespace clean_article::extract {

// What one signal did to one block's score.
struct Influence {
  Signal signal;
  float value;
  float log_odds;  // added by it: above 0 towards content
};

class Scorer {
 public:
  virtual ~Scorer() = default;

  // One probability a block, in order. Thread-safe.
  virtual void score(const Survey& survey, const SignalTable& signals, std::vector<float>& out) const = 0;

  // For each block the signals that moved its score farthest from the page's average, strongest first; empty
  // where a scorer cannot tell, and beyond kMostExplainedBlocks.
  virtual std::vector<std::vector<Influence>> influences(const SignalTable& signals,
                                                         std::size_t most) const = 0;
};

// The learned scorer of pages. Static lifetime.
const Scorer& page_scorer();

}  // namespace clean_article::extract
