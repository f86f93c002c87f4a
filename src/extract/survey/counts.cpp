#include "extract/survey/counts.hpp"

#include <algorithm>
#include <array>

namespace clean_article::extract {

bool ends_with_count(std::string_view text) {
  // How names of what is counted begin: "(18 products)".
  constexpr std::array<std::string_view, 10> kCounted{"produ",  "Produ",   "prodott", "item",    "Item",
                                                      "result", "artikel", "Artikel", "article", "artículo"};
  if (!text.ends_with(')')) return false;
  const std::size_t open = text.rfind('(');
  if (open == std::string_view::npos || open == 0) return false;
  const std::string_view count = text.substr(open + 1, text.size() - open - 2);
  const std::size_t digits = std::min(count.find_first_not_of("0123456789,."), count.size());
  if (digits == 0 || digits == count.size()) return digits > 0;
  const std::string_view name = count.substr(digits + 1);
  return count[digits] == ' ' &&
         std::any_of(kCounted.begin(), kCounted.end(), [&](auto begin) { return name.starts_with(begin); });
}

}  // namespace clean_article::extract
