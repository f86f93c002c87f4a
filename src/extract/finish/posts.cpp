#include "extract/finish/posts.hpp"

namespace clean_article::extract::rules {

namespace {

using site::PhraseClass;

// What stands in a post's place besides its text: "View this post on Instagram", share buttons, consent.
constexpr PhraseBits kPrompts = phrase_bit(PhraseClass::kReadMore) | phrase_bit(PhraseClass::kShare) |
                                phrase_bit(PhraseClass::kCookie) | phrase_bit(PhraseClass::kIconAlt) |
                                phrase_bit(PhraseClass::kPrompt) | phrase_bit(PhraseClass::kNavigation) |
                                phrase_bit(PhraseClass::kPlaceholder);

}  // namespace

// Prompts are known by their words or, in any language, by being nothing but a short link. So is the name of
// an author, which begins with its sign, and what was written where all of it leads to the post: sentences.
bool is_prompt(const FinishContext& page, std::size_t i) {
  constexpr float kNearlyAll = 0.9f;
  constexpr float kMostWords = 12;
  const Measure& m = page.survey().measure(i);
  if ((page.phrases(i) & kPrompts) != 0) return true;
  return m.link_density >= kNearlyAll && m.words <= kMostWords && !m.ends_sentence &&
         !page.text_of(i).starts_with('@');
}

// The code that networks hand out is a <blockquote> with a class of theirs; publishers put it into an element
// of their own.
bool is_post(const Survey& survey, const Element& e) {
  if (e.tag != html::Tag::k_blockquote || e.first_block == e.end_block) return false;
  return e.categories.has(Category::k_class_embed) ||
         (e.parent != kNone && survey.element(e.parent).categories.has(Category::k_class_embed));
}

}  // namespace clean_article::extract::rules
