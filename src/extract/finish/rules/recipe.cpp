// Ingredients and steps on a recipe card are text, however short their lines are. What else a card has
// (ratings, times, buttons) is judged like any text.
#include <algorithm>
#include <cstdint>

#include "extract/finish/rules/rules.hpp"

namespace clean_article::extract::rules {

namespace {

using site::PhraseClass;

// Lines of a card that are none of the recipe, though they stand in its lists.
constexpr PhraseBits kPrompts = phrase_bit(PhraseClass::kReadMore) | phrase_bit(PhraseClass::kShare) |
                                phrase_bit(PhraseClass::kIconAlt) | phrase_bit(PhraseClass::kPrompt) |
                                phrase_bit(PhraseClass::kNavigation) | phrase_bit(PhraseClass::kRelated) |
                                phrase_bit(PhraseClass::kAdvertisement) |
                                phrase_bit(PhraseClass::kNewsletter);

// Whether an element lies beside the text: the ingredients of another story, a filter of a shop's.
bool stands_aside(const Survey& survey, std::size_t i) {
  constexpr Category kAside[] = {Category::k_nav,          Category::k_aside,
                                 Category::k_footer,       Category::k_class_related,
                                 Category::k_class_filter, Category::k_class_sidebar,
                                 Category::k_class_comment};
  return std::ranges::any_of(kAside, [&](Category c) { return survey.distance(i, c) < Survey::kFar; });
}

bool is_line(const FinishContext& page, std::size_t i) {
  constexpr float kNear = 2;
  const Survey& survey = page.survey();
  if ((page.phrases(i) & kPrompts) != 0) return false;
  if (survey.distance(i, Category::k_button) <= kNear || survey.distance(i, Category::k_class_action) <= 1)
    return false;
  return survey.measure(i).words > 0 && survey.block(i).kind != BlockKind::kCaption;
}

void keep_parts(const FinishContext& page, Category category, Marker& mark) {
  constexpr float kLeastScore = 0.02f;
  const Survey& survey = page.survey();
  const std::vector<Element>& elements = survey.page->elements;
  for (std::uint32_t e = 0; e < elements.size();) {
    const Element& part = elements[e];
    if (!part.categories.has(category)) {
      ++e;
      continue;
    }
    for (std::uint32_t i = part.first_block; i < part.end_block; ++i)
      if (may_join(page.verdict(i), kLeastScore) && is_line(page, i) && !stands_aside(survey, i))
        mark.mark(i);
    e = part.end;
  }
}

bool has_part(const Survey& survey, Category category) {
  return std::ranges::any_of(survey.page->elements, [&](const Element& e) {
    return e.end_block > e.first_block && e.categories.has(category);
  });
}

}  // namespace

void recipe(const FinishContext& page, Marker& mark) {
  const Survey& survey = page.survey();
  if (page.kept().end == 0 || !has_part(survey, Category::k_recipe_ingredients) ||
      !has_part(survey, Category::k_recipe_steps))
    return;
  keep_parts(page, Category::k_recipe_ingredients, mark);
  keep_parts(page, Category::k_recipe_steps, mark);
}

}  // namespace clean_article::extract::rules
