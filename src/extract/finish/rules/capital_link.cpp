// A paragraph in capital letters that is one link, between the paragraphs of an article: the name of another
// story. What an article quotes or heads is not written so.
#include <cstddef>
#include <string_view>

#include "extract/finish/rules/rules.hpp"
#include "text/text.hpp"

namespace clean_article::extract::rules {

namespace {

bool is_in_capitals(std::string_view text) {
  constexpr int kFewestLetters = 8;  // fewer are a name or an abbreviation
  int letters = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = text::next_code_point(text, at);
    if (!text::is_letter(c)) continue;
    if (!text::is_upper(c)) return false;
    ++letters;
  }
  return letters >= kFewestLetters;
}

}  // namespace

void capital_link(const FinishContext& page, Marker& mark) {
  constexpr float kAllLink = 0.9f;
  constexpr float kFewestWords = 2;
  constexpr float kMostWords = 25;
  const FinishContext::Kept kept = page.kept();
  for (std::size_t i = kept.first; i < kept.end; ++i) {
    const Measure& m = page.survey().measure(i);
    if (page.is_kept(i) && page.survey().block(i).kind == BlockKind::kParagraph &&
        m.link_density >= kAllLink && m.words >= kFewestWords && m.words <= kMostWords &&
        is_in_capitals(page.text_of(i)))
      mark.mark(i);
  }
}

}  // namespace clean_article::extract::rules
