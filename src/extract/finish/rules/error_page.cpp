// A page titled "not found" that then says little is an error page; an article about such pages says more.
#include "extract/finish/rules/rules.hpp"

namespace clean_article::extract::rules {

void error_page(const FinishContext& page, Marker& mark) {
  constexpr float kMostWords = 120;
  if (page.kept().words > kMostWords) return;
  for (std::size_t i = 0; i < page.size(); ++i)
    if (page.is_kept(i)) mark.mark(i);
}

}  // namespace clean_article::extract::rules
