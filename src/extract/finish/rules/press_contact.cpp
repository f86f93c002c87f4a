// Whom to ask about a press release, behind it: names, telephone numbers and addresses under a heading.
#include <algorithm>

#include "extract/finish/rules/rules.hpp"

namespace clean_article::extract::rules {

namespace {

// Whether a text holds an e-mail address or a telephone number.
bool tells_how_to_reach(std::string_view text) {
  constexpr int kFewestDigits = 6;
  const auto digits = std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  return text.find('@') != std::string_view::npos || digits >= kFewestDigits;
}

}  // namespace

void press_contact(const FinishContext& page, Marker& mark) {
  constexpr double kMostWords = 150;
  constexpr float kMostWordsOfHeading = 8;
  const FinishContext::Kept kept = page.kept();
  for (std::size_t i = kept.first + 1; i < kept.end; ++i) {
    const site::PhraseMatch* match = page.match(i, mark.phrases());
    if (match == nullptr) continue;
    if (page.survey().measure(i).words > kMostWordsOfHeading) {  // all in one block
      if (tells_how_to_reach(page.text_of(i))) mark.mark(i, match);
      continue;
    }
    if (page.words(i, kept.end) > kMostWords || page.words(kept.first, i) < page.words(i, kept.end)) continue;
    bool reachable = false;
    for (std::size_t j = i; j < kept.end && !reachable; ++j) reachable = tells_how_to_reach(page.text_of(j));
    if (!reachable) continue;
    mark.mark(i, kept.end);
    return;
  }
}

}  // namespace clean_article::extract::rules
