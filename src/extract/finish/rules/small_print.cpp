// Elements that are named small print, legal or disclaimer.
#include "extract/finish/rules/named_elements.hpp"

namespace clean_article::extract::rules {

void small_print(const FinishContext& page, Marker& mark) {
  mark_named(page, mark, Category::k_class_small_print, kWhateverScore);
}

}  // namespace clean_article::extract::rules
