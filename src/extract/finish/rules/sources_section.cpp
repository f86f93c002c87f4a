// What a text was drawn from, behind it. Its heading is often a mere line in bold.
#include <limits>

#include "extract/finish/rules/sections_behind_text.hpp"

namespace clean_article::extract::rules {

void sources_section(const FinishContext& page, Marker& mark) {
  constexpr double kHoweverLikely = std::numeric_limits<double>::infinity();
  mark_sections_behind_text(page, mark, kHoweverLikely, [](std::size_t) { return true; });
}

}  // namespace clean_article::extract::rules
