// Lines that name author or date are fields, not text. Where only their number says so the scorer may object.
// What names the source of the text above it is text.
#include "extract/finish/rules/single_blocks.hpp"
#include "extract/finish/rules/source_line.hpp"

namespace clean_article::extract::rules {

namespace {

// Who wrote a post that an article shows belongs to the post.
bool is_of_post(const Survey& survey, std::size_t i) {
  constexpr float kNear = 2;
  return (survey.block(i).flags & kInQuote) != 0 && survey.distance(i, Category::k_class_embed) <= kNear;
}

}  // namespace

void byline(const FinishContext& page, Marker& mark) {
  mark_phrases(page, mark, [&](std::size_t i) {
    return page.is_byline(i) && is_furniture(page, i) && !is_of_post(page.survey(), i) &&
           !names_source_of_text(page, i);
  });
}

}  // namespace clean_article::extract::rules
