// A heading over a box of which the rest has gone goes with it. Any other stays only when text of a lower
// level follows it before the next of its own or a higher one, where a page that is no article says things
// in headings (a slogan, a call), or in a row of headings that are a list.
#include <algorithm>
#include <array>

#include "extract/finish/rules/rules.hpp"

namespace clean_article::extract::rules {

namespace {

// Whether headings are what the page is made of: the titles of cards in a listing have nothing under them.
bool is_made_of_headings(const FinishContext& page) {
  constexpr double kLargeShare = 0.12;  // of the kept words
  double words = 0;
  double heading_words = 0;
  for (std::size_t i = 0; i < page.size(); ++i) {
    if (!page.is_kept(i)) continue;
    words += page.survey().measure(i).words;
    if (page.survey().is_heading(i)) heading_words += page.survey().measure(i).words;
  }
  return heading_words > kLargeShare * words;
}

// Sentences marked up as headings are text.
bool is_sentence(const Measure& measure) {
  constexpr float kFewestWords = 8;
  return measure.words >= kFewestWords && (measure.ends_sentence || measure.ends_colon);
}

// Whether a heading begins a box of which all the rest was taken out.
bool heads_what_is_gone(const FinishContext& page, std::size_t heading) {
  if (!page.begins_element(heading)) return false;
  bool any = false;
  for (std::size_t i = heading + 1; i < page.end_of_section(heading); ++i) {
    if (page.is_kept(i)) return false;
    any = any || is_finished_away(page.verdict(i));
  }
  return any;
}

// Whether headings of a level follow upon each other around this one, as the names of a list of names do
// whose pictures are all that it shows of each.
bool is_in_row_of_headings(const FinishContext& page, std::size_t heading) {
  constexpr std::size_t kFewest = 3;
  constexpr float kSureOfText = 0.9f;
  const Survey& survey = page.survey();
  const auto is_like = [&](std::size_t i) {
    return survey.is_heading(i) && survey.block(i).level == survey.block(heading).level &&
           page.score(i) >= kSureOfText;
  };
  if (!is_like(heading)) return false;
  std::size_t headings = 1;
  for (std::size_t i = heading + 1; i < page.size() && headings < kFewest; ++i)
    if (page.is_kept(i) || is_like(i)) {
      if (!is_like(i)) break;
      ++headings;
    }
  for (std::size_t i = heading; i-- > 0 && headings < kFewest;)
    if (page.is_kept(i)) {
      if (!is_like(i)) break;
      ++headings;
    }
  return headings >= kFewest;
}

}  // namespace

void lonely_heading(const FinishContext& page, Marker& mark) {
  if (is_made_of_headings(page)) return;
  constexpr float kLikely = 0.6f;
  constexpr std::size_t kLevels = 8;
  const Survey& survey = page.survey();
  const bool may_stand_alone = !page.facts().declares_article();
  std::array<bool, kLevels> text_follows{};  // by level: a kept block stands behind, before such a heading
  bool lost_its_text = false;                // what stood under it was taken out
  for (std::size_t i = page.size(); i-- > 0;) {
    if (!page.is_kept(i)) {
      lost_its_text = lost_its_text || is_finished_away(page.verdict(i));
      continue;
    }
    if (survey.is_heading(i) && heads_what_is_gone(page, i)) {
      mark.mark(i);
      continue;
    }
    if (!survey.is_heading(i) || is_sentence(survey.measure(i))) {
      text_follows.fill(true);
      continue;
    }
    const std::size_t level = survey.block(i).level;
    const bool stands_alone =
        (may_stand_alone && page.score(i) >= kLikely && !lost_its_text) || is_in_row_of_headings(page, i);
    lost_its_text = false;
    if (!text_follows[level] && !stands_alone) {
      mark.mark(i);
      // Is gone itself: a heading above it has not lost its text by that.
      continue;
    }
    std::fill(text_follows.begin() + static_cast<std::ptrdiff_t>(level), text_follows.end(), false);
  }
}

}  // namespace clean_article::extract::rules
