#include "extract/finish/comments.hpp"

namespace clean_article::extract {

namespace {

// Whether a block is what a reader wrote, given that it stands among comments.
bool is_remark(const Survey& survey, std::size_t i, PhraseBits phrases) {
  constexpr float kMostLinked = 0.5f;
  const Block& b = survey.block(i);
  const Measure& m = survey.measure(i);
  const bool text = b.kind == BlockKind::kParagraph || b.kind == BlockKind::kListItem ||
                    b.kind == BlockKind::kDefinition || b.kind == BlockKind::kCode;
  if (!text || phrases != 0 || m.words == 0 || m.link_density > kMostLinked || (b.flags & kHidden) != 0)
    return false;
  // Names, dates and buttons are short and do not end like sentences.
  constexpr float kFewestWords = 8;
  if (m.words < kFewestWords && !m.ends_sentence) return false;
  for (const Category c : {Category::k_form, Category::k_button, Category::k_label, Category::k_class_meta,
                           Category::k_class_author, Category::k_class_share}) {
    constexpr float kNear = 2;
    if (survey.distance(i, c) <= kNear) return false;
  }
  return true;
}

}  // namespace

void keep_comments(const Survey& survey, const std::vector<PhraseBits>& phrases,
                   std::vector<Verdict>& verdicts) {
  for (std::size_t i = 0; i < survey.size(); ++i) {
    if (verdicts[i].kept || survey.distance(i, Category::k_class_comment) >= Survey::kFar) continue;
    if (is_remark(survey, i, phrases[i])) keep(verdicts[i], Step::kComments, "comment");
  }
}

}  // namespace clean_article::extract
