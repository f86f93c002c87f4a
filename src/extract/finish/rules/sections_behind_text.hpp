// Sections that stand behind a text and are no part of it. Shared by the rules on author and other stories.
#pragma once

#include "extract/finish/rules/rules.hpp"

namespace clean_article::extract::rules {

// Marks the sections under the headings that the rule's phrases recognise and `counts` accepts: those with no
// more in them that is likely content than stands before them, and of which at most `most_likely` of the
// words are likely to be content.
template <typename Counts>
void mark_sections_behind_text(const FinishContext& page, Marker& mark, double most_likely,
                               const Counts& counts) {
  constexpr int kMostHeadings = 200;  // real pages have some ten; the end of each is looked for
  int headings = 0;
  for (std::size_t i = 0; i < page.size() && headings < kMostHeadings; ++i) {
    if ((page.phrases(i) & mark.phrases()) == 0 || !counts(i)) continue;
    ++headings;
    const std::size_t end = page.end_of_section(i);
    const double likely_words = page.likely_words(i, end);
    const bool doubtful = likely_words < most_likely * page.words(i, end);
    if (doubtful && page.likely_words(0, i) >= likely_words) mark.mark(i, end);
  }
}

// The author and others may be whom the text is about.
inline constexpr double kLikelySection = 0.7;

}  // namespace clean_article::extract::rules
