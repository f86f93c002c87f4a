// What was decided about each block, by whom, and why: the one record that output and --explain share, so
// that reasons cannot drift from decisions. Finishing rules write it through Marker alone (marker.hpp).
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "site/site.hpp"

namespace clean_article::extract {

struct FinishRule;

// The step of a page's way that decided last.
enum class Step : std::uint8_t {
  kScorer,     // the score was above or below the page's cut
  kEmptyPage,  // nothing on the page scored like an article
  kFinish,     // a finishing rule: Verdict::rule says which
  kRescue,     // the page's structured data replaced its visible text
  kSiteRule,   // the site's rule decided
};

struct Verdict {
  float score = 0;  // of the scorer: 0 boilerplate, 1 content
  bool kept = false;
  Step step = Step::kScorer;
  const FinishRule* rule = nullptr;  // the finishing rule, where the step is kFinish
  std::string_view reason;           // static text; "" where the score says it all
  std::string_view detail = {};      // what exactly, for people; static text
  // What a rule with phrases found; where the step is kSiteRule list and line are those of the site's rule.
  site::PhraseMatch phrase{};
};

// From this score on the scorer, which has seen a block's markup and phrases too, is believed against a rule
// of thumb.
inline constexpr float kSure = 0.8f;

// Whether a block that the scorer left out may be kept for what stands around it.
inline bool may_join(const Verdict& verdict, float least_score) {
  return !verdict.kept && verdict.step == Step::kScorer && verdict.score >= least_score;
}

// Whether a finishing rule took a block out, so that the text around it has lost something.
inline bool is_finished_away(const Verdict& verdict) {
  return !verdict.kept && verdict.step == Step::kFinish;
}

// Who decided, in one word: the name of the finishing rule, else of the step.
std::string_view decided_by(const Verdict& verdict);

}  // namespace clean_article::extract
