// Readers' comments, for those who ask for them: blocks inside an element that is named after comments, or
// that were taken out as comments, without the lines that phrase lists recognise, headings, links and forms.
#include <algorithm>
#include <array>

#include "extract/finish/rules/rules.hpp"

namespace clean_article::extract::rules {

namespace {

// Whether a block is what a reader wrote, given that it stands among comments.
bool is_written_by_reader(const FinishContext& page, std::size_t i) {
  constexpr float kMostLinked = 0.5f;
  const Block& b = page.survey().block(i);
  const Measure& m = page.survey().measure(i);
  const bool text = b.kind == BlockKind::kParagraph || b.kind == BlockKind::kListItem ||
                    b.kind == BlockKind::kDefinition || b.kind == BlockKind::kCode;
  if (!text || page.phrases(i) != 0 || m.words == 0 || m.link_density > kMostLinked ||
      (b.flags & kHidden) != 0)
    return false;
  // Names, dates and buttons are short and do not end like sentences.
  constexpr float kFewestWords = 8;
  if (m.words < kFewestWords && !m.ends_sentence) return false;
  constexpr float kNear = 2;
  constexpr std::array kFurniture = {Category::k_form,         Category::k_button,
                                     Category::k_label,        Category::k_class_meta,
                                     Category::k_class_author, Category::k_class_share};
  return std::ranges::none_of(kFurniture, [&](Category c) { return page.survey().distance(i, c) <= kNear; });
}

// Whether the rule on sections of comments took a block out.
bool was_taken_out(const Verdict& verdict) {
  return is_finished_away(verdict) && verdict.rule->apply == comments_section;
}

}  // namespace

void comments(const FinishContext& page, Marker& mark) {
  for (std::size_t i = 0; i < page.size(); ++i) {
    if (page.is_kept(i)) continue;
    const bool is_named = page.survey().distance(i, Category::k_class_comment) < Survey::kFar;
    if (!is_named && !was_taken_out(page.verdict(i))) continue;
    if (is_written_by_reader(page, i)) mark.mark(i);
  }
}

}  // namespace clean_article::extract::rules
