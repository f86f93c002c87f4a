// Overlays by the names that their makers give them: consent managers, pop-ups, carts. No page's text is in
// one.
#include "extract/finish/rules/named_elements.hpp"

namespace clean_article::extract::rules {

void overlay(const FinishContext& page, Marker& mark) {
  mark_named(page, mark, Category::k_class_overlay, kWhateverScore);
}

}  // namespace clean_article::extract::rules
