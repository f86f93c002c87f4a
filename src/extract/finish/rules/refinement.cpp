// Lists by which goods or hits are narrowed down, "Red (12)", "Blue (7)": elements that hold little else than
// names with counts. On the pages of WCXB 7,400 words of boilerplate and 100 of content.
#include <cstdint>
#include <vector>

#include "extract/finish/rules/rules.hpp"
#include "extract/survey/counts.hpp"

namespace clean_article::extract::rules {

void refinement(const FinishContext& page, Marker& mark) {
  constexpr float kMostWords = 10;  // of a name with its count
  constexpr std::uint32_t kFewest = 4;
  const Survey& survey = page.survey();
  std::vector<std::uint32_t> before(page.size() + 1);  // counts before a block
  for (std::size_t i = 0; i < page.size(); ++i) {
    const bool counts = survey.measure(i).words <= kMostWords && ends_with_count(page.text_of(i));
    before[i + 1] = before[i] + (counts ? 1 : 0);
  }
  const std::vector<Element>& elements = survey.page->elements;
  for (std::uint32_t e = 0; e < elements.size();) {
    const Element& element = elements[e];
    const std::uint32_t counts = before[element.end_block] - before[element.first_block];
    if (counts < kFewest) {
      e = element.end;
    } else if (counts * 2 < element.end_block - element.first_block || survey.inside(e).paragraphs > 0) {
      ++e;
    } else {
      mark.mark(element.first_block, element.end_block);
      e = element.end;
    }
  }
}

}  // namespace clean_article::extract::rules
