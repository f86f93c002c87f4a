// From a parsed page to its blocks, each with a verdict. Owns the order of the steps.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "extract/blocks.hpp"
#include "extract/facts.hpp"
#include "extract/scorer.hpp"
#include "extract/signals.hpp"
#include "extract/survey.hpp"
#include "extract/verdict.hpp"

namespace clean_article::extract {

// What is known of a page once its blocks are judged. Views into the Extractor, valid until its next call.
struct Extraction {
  const Blocks* page = nullptr;
  const Survey* survey = nullptr;
  const SignalTable* signals = nullptr;
  const std::vector<Verdict>* verdicts = nullptr;
  const Scorer* scorer = nullptr;  // that judged it, where one did
};

// Judges one page after the other and reuses its memory. One per thread.
class Extractor {
 public:
  explicit Extractor(std::shared_ptr<const site::Phrases> phrases);

  // `scorer` must outlive the answer's use.
  Extraction extract(const html::Document& document, const Scorer& scorer);

  // Judges what a site's rule has left of a page: the rule's body is kept, and finished as any text is unless
  // the rule says `prune: no` (then only phrases that are never content and the title go); where the rule
  // found no body the scorer judges.
  Extraction extract_with_rule(const site::SiteRule& rule, const site::AppliedRule& applied);

  // Keeps every block of a document that is known to hold the article and nothing else.
  Extraction take_whole(const html::Document& document);

 private:
  void match_phrases(const Blocks& page);
  void drop_error_page();

  std::shared_ptr<const site::Phrases> phrases_;
  BlockBuilder builder_;
  Measures measures_;
  PageFacts facts_;
  Survey survey_;
  SignalMaker maker_;
  std::vector<std::vector<site::PhraseMatch>> matches_;  // per block
  std::vector<PhraseBits> phrase_bits_;
  std::vector<float> scores_;
  std::vector<float> words_;
  std::vector<Verdict> verdicts_;
};

}  // namespace clean_article::extract
