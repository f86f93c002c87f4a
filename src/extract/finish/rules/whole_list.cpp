// A list stays whole: an item beside a kept one is kept unless the scorer finds it unlikely.
#include <cstdint>

#include "extract/finish/rules/neighbours.hpp"

namespace clean_article::extract::rules {

void whole_list(const FinishContext& page, Marker& mark) {
  const Survey& survey = page.survey();
  mark_neighbours(page, mark, [&](std::size_t a, std::size_t b) {
    const std::uint32_t item = survey.block(a).element;
    const std::uint32_t other = survey.block(b).element;
    return survey.block(a).kind != BlockKind::kCell && survey.element(item).tag == html::Tag::k_li &&
           survey.element(other).tag == html::Tag::k_li && survey.parent(item) == survey.parent(other);
  });
}

}  // namespace clean_article::extract::rules
