// What styles, attributes and names keep from every reader's eyes. What is only folded up, the blocks do not
// call concealed; where a good part of the text is hidden in one way, a script brings it in. Applications and
// shops hide what is shown at a click, so only what reads like a story is looked at, and the body that a
// site's rule found.
#include <array>
#include <cstddef>

#include "extract/finish/page_heading.hpp"

namespace clean_article::extract::rules {

namespace {

// What the elements that are concealed in one way hold of the kept text, in characters.
using CharsByWay = std::array<double, kConcealments>;

bool is_story(const FinishContext& page) {
  constexpr double kMostlyProse = 0.5;  // of all characters of the page
  if (page.is_body()) return true;
  const PageFacts& facts = page.facts();
  const Tally& total = page.survey().total();
  return facts.declares_article() ||
         (!facts.declares_product() && total.paragraph_chars >= kMostlyProse * total.chars) ||
         text_under_heading(page).body != kNone;
}

double kept_chars(const FinishContext& page, std::uint32_t begin, std::uint32_t end) {
  double chars = 0;
  for (std::uint32_t i = begin; i < end; ++i)
    if (page.is_kept(i)) chars += page.survey().block(i).chars;
  return chars;
}

}  // namespace

void hidden(const FinishContext& page, Marker& mark) {
  constexpr double kMostBroughtIn = 0.2;  // of the kept text, in a way that scripts often undo
  constexpr double kMostInOneWay = 0.4;   // in any other
  const Survey& survey = page.survey();
  CharsByWay chars{};
  bool any = false;
  for (const Element& element : survey.page->elements) {
    if (element.concealment == Concealment::kNone) continue;
    any = true;
    chars[static_cast<std::size_t>(element.concealment)] +=
        kept_chars(page, element.first_block, element.end_block);
  }
  if (!any || !is_story(page)) return;
  const double all = kept_chars(page, 0, static_cast<std::uint32_t>(page.size()));
  for (const Element& element : survey.page->elements) {
    const Concealment way = element.concealment;
    const double most = is_often_undone(way) ? kMostBroughtIn : kMostInOneWay;
    if (way == Concealment::kNone || chars[static_cast<std::size_t>(way)] > most * all) continue;
    for (std::uint32_t i = element.first_block; i < element.end_block; ++i)
      if (survey.block(i).cell == kNone) mark.mark_as(i, concealment_name(way));
  }
}

}  // namespace clean_article::extract::rules
