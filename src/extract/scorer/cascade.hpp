// Blocks that are told after a part of the trees. Half of a page's blocks are boilerplate that a few trees
// tell, and many paragraphs are as plain: they are asked no further. How it was found:
// tools/training/train_cascade.py.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace clean_article::extract {

// From the log-odds that the first trees give to those that all of them would.
struct CascadeLine {
  float slope, base;
};

// A look at the log-odds, when so many trees have been asked.
struct CascadeLook {
  std::size_t trees;
  // Boilerplate is what has less than `hopeless`, and less by `gap` than the page's best block: where nothing
  // is plainly content, poor blocks may be what the page is about.
  float hopeless, gap;
  float certain;  // content is what has more
  CascadeLine of_hopeless, of_certain;
};

// The looks at the blocks of one page.
class Cascade {
 public:
  // Takes those blocks off `which` that are told, and leaves in `log_odds` (one for each block of the page)
  // what all trees would say of them.
  void take_told(const CascadeLook& look, std::vector<std::uint32_t>& which, std::span<float> log_odds);

 private:
  float best_told_ = -std::numeric_limits<float>::infinity();  // of the blocks told as content
};

}  // namespace clean_article::extract
