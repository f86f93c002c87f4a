#include "extract/extractor.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "extract/comments.hpp"
#include "extract/rule_verdicts.hpp"
#include "extract/select.hpp"
#include "extract/trim.hpp"

namespace clean_article::extract {

SelectOptions page_cut(const Survey& survey, float recall_lean) {
  constexpr float kWeightOfLean = 2.0f;  // a lean of 1 doubles the weight of what is left out
  constexpr float kPowerOfLean = 0.6f;
  constexpr double kPowerWithoutProse = 0.65;
  constexpr double kPowerOfProse = 0.7;  // what is added where the page is nothing but paragraphs
  SelectOptions cut;
  if (survey.facts->declares_article()) {
    cut = {.recall_weight = 0.75f, .doubt_power = 1.0f};
  } else if (survey.facts->declares_product()) {
    cut = {.recall_weight = 0.85f, .doubt_power = 1.2f};
  } else {
    const double prose = survey.total().paragraph_chars / std::max(survey.total().chars, 1.0);
    cut = {.recall_weight = 1.0f,
           .doubt_power = static_cast<float>(kPowerWithoutProse + kPowerOfProse * prose)};
  }
  cut.recall_weight *= std::pow(kWeightOfLean, recall_lean);
  cut.doubt_power *= std::pow(kPowerOfLean, recall_lean);
  return cut;
}

std::string_view step_name(Step step) {
  switch (step) {
    case Step::kPhrase:
      return "phrase";
    case Step::kScorer:
      return "scorer";
    case Step::kEmptyPage:
      return "empty page";
    case Step::kTrim:
      return "trim";
    case Step::kRescue:
      return "rescue";
    case Step::kRule:
      return "rule";
    case Step::kComments:
      return "comments";
  }
  return "";
}

bool has_text(const Extraction& extraction) {
  return std::any_of(extraction.verdicts->begin(), extraction.verdicts->end(),
                     [](const Verdict& v) { return v.kept; });
}

Extractor::Extractor(std::shared_ptr<const site::Phrases> phrases, const ExtractOptions& options)
    : phrases_(std::move(phrases)), options_(options) {}

void Extractor::match_phrases(const Blocks& page) {
  const std::size_t n = page.blocks.size();
  matches_.resize(std::max(matches_.size(), n));
  phrase_bits_.assign(n, 0);
  for (std::size_t i = 0; i < n; ++i) {
    matches_[i].clear();
    phrases_->match(page.text_of(page.blocks[i]), matches_[i]);
    for (const site::PhraseMatch& m : matches_[i]) phrase_bits_[i] |= phrase_bit(m.phrase_class);
  }
}

const Blocks& Extractor::look_at(const html::Document& document, PageFacts facts) {
  const Blocks& page = builder_.build(document);
  facts_ = std::move(facts);
  measures_.measure(page);
  match_phrases(page);
  survey_.prepare(page, measures_, facts_, phrase_bits_);
  return page;
}

Extraction Extractor::extract(const html::Document& document, const Scorer& scorer) {
  const Blocks& page = look_at(document, read_facts(document));
  const SignalTable& signals = maker_.make(survey_);
  scorer.score(survey_, signals, scores_);

  words_.clear();
  for (const Measure& m : measures_.blocks) words_.push_back(m.words);
  const std::vector<bool> chosen = select_blocks(scores_, words_, page_cut(survey_, options_.recall_lean));
  const bool empty = std::find(chosen.begin(), chosen.end(), true) == chosen.end();
  verdicts_.assign(page.blocks.size(), Verdict{});
  for (std::size_t i = 0; i < verdicts_.size(); ++i) {
    verdicts_[i].score = scores_[i];
    verdicts_[i].kept = chosen[i];
    if (empty) verdicts_[i].step = Step::kEmptyPage;
  }
  trim(survey_, matches_, verdicts_);
  if (options_.comments) keep_comments(survey_, phrase_bits_, verdicts_);
  if (facts_.error_title) drop_error_page();
  return {&page, &survey_, &signals, &verdicts_, &scorer};
}

// A page titled "not found" that then says little is an error page; an article about such pages says more.
void Extractor::drop_error_page() {
  constexpr float kMostWords = 120;
  float kept_words = 0;
  for (std::size_t i = 0; i < verdicts_.size(); ++i)
    if (verdicts_[i].kept) kept_words += words_[i];
  if (kept_words > kMostWords) return;
  for (Verdict& verdict : verdicts_) {
    if (!verdict.kept) continue;
    verdict.kept = false;
    verdict.step = Step::kEmptyPage;
    verdict.reason = "error page";
  }
}

float Extractor::words_kept() const {
  float words = 0;
  for (std::size_t i = 0; i < verdicts_.size(); ++i)
    if (verdicts_[i].kept) words += measures_.blocks[i].words;
  return words;
}

// Remembers the score of each text, for when the same texts stand in other blocks.
void Extractor::note_scores(const std::vector<html::NodeId>& origin) {
  html::NodeId most = 0;
  for (const html::NodeId id : origin)
    if (id != html::kNoNode) most = std::max(most, id);
  text_scores_.assign(most + 1, -1.0f);
  const Blocks& page = *survey_.page;
  for (std::size_t i = 0; i < page.blocks.size(); ++i)
    for (std::uint32_t p = page.blocks[i].first_piece; p < page.blocks[i].end_piece; ++p)
      text_scores_[origin[page.pieces[p].text_node]] = scores_[i];
}

RuleExtraction Extractor::extract_with_rule(const site::SiteRule& rule, const site::AppliedRule& applied) {
  // A body of less than this share of the words that the scorer takes was meant for an older page.
  constexpr float kStaleShare = 0.2f;

  Extraction extraction = extract(applied.rest.document, page_scorer());
  const float words_by_scorer = words_kept();
  if (applied.body) {
    note_scores(applied.rest.origin);
    // Scores that find no text at all on the page say nothing about the body.
    if (words_by_scorer == 0) std::fill(text_scores_.begin(), text_scores_.end(), -1.0f);
    const Blocks& page = look_at(applied.body->document, std::move(facts_));  // the head is that of the page
    extraction = {&page, &survey_, nullptr, &verdicts_, nullptr};
    verdicts_.resize(page.blocks.size());
    keep_body(applied.body_origin, page, applied.body->origin, text_scores_, verdicts_);
    finish_body(rule, survey_, matches_, verdicts_);
    if (applied.title) drop_rule_title(*applied.title, survey_, verdicts_);
    apply_patterns(rule, survey_, verdicts_);
    const bool is_stale = words_kept() <= kStaleShare * words_by_scorer;
    if (!is_stale || !rule.autodetect_on_failure) return {extraction, &*applied.body, true};
    extraction = extract(applied.rest.document, page_scorer());
  }
  apply_patterns(rule, survey_, verdicts_);
  return {extraction, &applied.rest, false};
}

Extraction Extractor::take_whole(const html::Document& document, std::string_view source) {
  const Blocks& page = look_at(document, PageFacts{});
  verdicts_.assign(page.blocks.size(),
                   Verdict{.score = 1, .kept = true, .step = Step::kRescue, .reason = source, .phrase = {}});
  return {&page, &survey_, nullptr, &verdicts_, nullptr};
}

}  // namespace clean_article::extract
