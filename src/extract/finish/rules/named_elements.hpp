// Elements that are told by what they are named. Shared by the rules on overlays, dialogs and small print.
#pragma once

#include "extract/finish/rules/rules.hpp"

namespace clean_article::extract::rules {

inline constexpr float kWhateverScore = 1;

// Marks the outermost elements of a category whose best block scores `most_score` at most. Not one that holds
// most of the page's text: a page may be named after the dialog that it shows, or shown in one.
void mark_named(const FinishContext& page, Marker& mark, Category category, float most_score);

}  // namespace clean_article::extract::rules
