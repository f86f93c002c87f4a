// Dialogs, drawers, tool tips. One whose best block scores more may be what the page shows.
#include "extract/finish/rules/named_elements.hpp"

namespace clean_article::extract::rules {

void dialog(const FinishContext& page, Marker& mark) {
  constexpr float kUnlikely = 0.5f;
  mark_named(page, mark, Category::k_class_dialog, kUnlikely);
  mark_named(page, mark, Category::k_role_dialog, kUnlikely);
}

}  // namespace clean_article::extract::rules
