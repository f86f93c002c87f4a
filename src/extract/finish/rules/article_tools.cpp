// Buttons and notes of an article under its title: print, e-mail, the size of the text, the time it takes.
#include "extract/finish/rules/single_blocks.hpp"
#include "extract/finish/rules/story.hpp"

namespace clean_article::extract::rules {

void article_tools(const FinishContext& page, Marker& mark) {
  constexpr std::size_t kUnderTitle = 15;  // blocks
  const std::uint32_t title = page.survey().title_block;
  if (title == kNone || !is_story(page)) return;
  mark_phrases(page, mark, [&](std::size_t i) { return i > title && i - title <= kUnderTitle; });
}

}  // namespace clean_article::extract::rules
