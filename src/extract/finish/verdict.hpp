// What was decided about each block, by which step, and why: the one record that output and --explain share,
// so that reasons cannot drift from decisions.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "site/site.hpp"

namespace clean_article::extract {

enum class Step : std::uint8_t {
  kPhrase,     // a phrase list recognised the whole block
  kNever,      // a well-known structure is never content: it took no part in the choice
  kScorer,     // the score was above or below the page's cut
  kEmptyPage,  // nothing on the page scored like an article
  kTrim,       // the finish inside the chosen text
  kRescue,     // the page's structured data replaced its visible text
  kRule,       // the site's rule decided
  kComments,   // readers' comments were asked for
};

struct Verdict {
  float score = 0;  // of the scorer: 0 boilerplate, 1 content
  bool kept = false;
  Step step = Step::kScorer;
  std::string_view reason;  // static text; "" where the score says it all
  site::PhraseMatch
      phrase{};  // where the step is kPhrase; where it is kRule list and line are those of the rule
};

// From this score on the scorer, which has seen a block's markup and phrases too, is believed against a rule
// of thumb.
inline constexpr float kSure = 0.8f;

// Whether a block that the scorer left out may be kept for what stands around it.
inline bool may_join(const Verdict& verdict, float least_score) {
  return !verdict.kept && verdict.step == Step::kScorer && verdict.score >= least_score;
}

// Keeps a block that an earlier step left out.
inline void keep(Verdict& verdict, Step step, std::string_view reason) {
  verdict.kept = true;
  verdict.step = step;
  verdict.reason = reason;
}

std::string_view step_name(Step step);

}  // namespace clean_article::extract
