// What is never content, whatever it scores: it takes no part in the choice of blocks. Owns the question
// which blocks these are, told by well-known structures; phrases of a single block are trim's.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "extract/survey/survey.hpp"

namespace clean_article::extract {

struct Exclusion {
  std::size_t block;
  std::string_view reason;  // static text
};

// Consent dialogs and the page's footer; what stands behind the text under headings over sources,
// and in articles over the author or other stories; on pages that declare no article also dialogs
// that the scorer finds unlikely, small print, what is hidden, lists by which goods or hits are narrowed down
// ("Red (12)", "Blue (7)"), and what stands beside a product: customers' reviews, other goods, terms of
// delivery. In order of blocks. `scores`: one a block.
std::vector<Exclusion> find_never_content(const Survey& survey, std::span<const float> scores);

}  // namespace clean_article::extract
