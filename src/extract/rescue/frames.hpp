// Frames whose page stands in the page itself: <iframe srcdoc>. Owns how they are found; knows nothing of
// when they are wanted.
#pragma once

#include <cstddef>
#include <string>

#include "html/html.hpp"

namespace clean_article::extract {

struct Frame {
  std::string source;     // HTML
  std::size_t words = 0;  // about so many are text in it
};

// The frame with most text, no words where there is none.
Frame longest_frame(const html::Document& document);

}  // namespace clean_article::extract
