#include "extract/extractor.hpp"

#include <algorithm>

#include "extract/rule_verdicts.hpp"
#include "extract/select.hpp"
#include "extract/trim.hpp"

namespace clean_article::extract {

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
  }
  return "";
}

Extractor::Extractor(std::shared_ptr<const site::Phrases> phrases) : phrases_(std::move(phrases)) {}

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

Extraction Extractor::extract(const html::Document& document, const Scorer& scorer) {
  const Blocks& page = builder_.build(document);
  facts_ = read_facts(document);
  measures_.measure(page);
  match_phrases(page);
  survey_.prepare(page, measures_, facts_, phrase_bits_);
  const SignalTable& signals = maker_.make(survey_);
  scorer.score(survey_, signals, scores_);

  words_.clear();
  for (const Measure& m : measures_.blocks) words_.push_back(m.words);
  // Study: articles gain by a stricter cut, other pages do not.
  constexpr float kArticleRecall = 0.75f;
  const std::vector<bool> chosen =
      select_blocks(scores_, words_, {.recall_weight = facts_.declares_article() ? kArticleRecall : 1.0f});
  const bool empty = std::find(chosen.begin(), chosen.end(), true) == chosen.end();
  verdicts_.assign(page.blocks.size(), Verdict{});
  for (std::size_t i = 0; i < verdicts_.size(); ++i) {
    verdicts_[i].score = scores_[i];
    verdicts_[i].kept = chosen[i];
    if (empty) verdicts_[i].step = Step::kEmptyPage;
  }
  trim(survey_, matches_, verdicts_);
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

Extraction Extractor::extract_with_rule(const site::SiteRule& rule, const site::AppliedRule& applied) {
  if (!applied.body) {
    Extraction extraction = extract(applied.document, page_scorer());
    apply_patterns(rule, survey_, verdicts_);
    return extraction;
  }
  const Blocks& page = builder_.build(applied.document);
  facts_ = read_facts(applied.document);
  measures_.measure(page);
  match_phrases(page);
  survey_.prepare(page, measures_, facts_, phrase_bits_);
  verdicts_.resize(page.blocks.size());
  keep_body(*applied.body, verdicts_);
  if (rule.prune) {
    drop_hidden(survey_, verdicts_);
    trim(survey_, matches_, verdicts_);
  } else {
    trim_phrases(survey_, matches_, verdicts_);
  }
  if (applied.title) drop_rule_title(*applied.title, survey_, verdicts_);
  apply_patterns(rule, survey_, verdicts_);
  return {&page, &survey_, nullptr, &verdicts_, nullptr};
}

Extraction Extractor::take_whole(const html::Document& document) {
  const Blocks& page = builder_.build(document);
  facts_ = PageFacts{};
  measures_.measure(page);
  match_phrases(page);
  survey_.prepare(page, measures_, facts_, phrase_bits_);
  verdicts_.assign(
      page.blocks.size(),
      Verdict{.score = 1, .kept = true, .step = Step::kRescue, .reason = "structured data", .phrase = {}});
  return {&page, &survey_, nullptr, &verdicts_, nullptr};
}

}  // namespace clean_article::extract
