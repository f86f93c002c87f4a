// From a parsed page to its blocks, each with a verdict. Owns the order of the steps.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "extract/blocks/blocks.hpp"
#include "extract/finish/context.hpp"
#include "extract/finish/table.hpp"
#include "extract/finish/verdict.hpp"
#include "extract/scorer/scorer.hpp"
#include "extract/scorer/select.hpp"
#include "extract/signals/signals.hpp"
#include "extract/survey/facts.hpp"
#include "extract/survey/survey.hpp"

namespace clean_article::extract {

// What is known of a page once its blocks are judged. Views into the Extractor, valid until its next call.
struct Extraction {
  const Blocks* page = nullptr;
  const Survey* survey = nullptr;
  const SignalTable* signals = nullptr;
  const std::vector<Verdict>* verdicts = nullptr;
  const Scorer* scorer = nullptr;  // that judged it, where one did
  std::string_view refused_as;     // what the page is that is no article, fit to stand behind "the page "
};

// Whether any block was kept.
bool has_text(const Extraction& extraction);

// Whether a page of which nothing was kept would give text at recall_lean 1.
bool is_doubtful(const Extraction& extraction);

struct RuleExtraction {
  Extraction extraction;
  const html::DocumentPart* part;  // that it is of: what the rule has left, or its body
  bool is_body;                    // whether the rule chose the text
  bool is_spent = false;           // whether the rule would have read more than it may
};

// How strictly a page's blocks are chosen. Pages that call themselves articles gain by a cut a little
// stricter than the plain one; of the others those of prose gain by a stricter, those of short pieces by a
// laxer one: found on the out-of-fold scores of wcxb-dev.
SelectOptions page_cut(const Survey& survey, float recall_lean);

struct ExtractOptions {
  float recall_lean = 0;    // 0 balanced; at 1 doubtful text is rather taken in, at -1 rather left out
  bool comments = false;    // keep readers' comments, too
  bool standfirst = false;  // keep the line under the title, too
  RulesOff without{};       // finishing rules that do not run
};

// Judges one page after the other and reuses its memory. One per thread.
class Extractor {
 public:
  explicit Extractor(std::shared_ptr<const site::Phrases> phrases, const ExtractOptions& options = {});

  // `scorer` must outlive the answer's use.
  Extraction extract(const html::Document& document, const Scorer& scorer);

  // Decides again about the page that was given to extract() last, without other rules: tells what a rule
  // does for the price of the finish alone. What a rule cut off a block's text stays off.
  Extraction decide_again(const html::Document& document, const RulesOff& without);

  // Judges what a site's rule has left of a page. The blocks of the rule's body are kept and finished as any
  // text is, and those go that the scorer would never take; with `prune: no` only phrases that are never
  // content and the title go. Where the rule found no body, or next to nothing of what the scorer takes (and
  // does not forbid that), the scorer judges.
  RuleExtraction extract_with_rule(const site::SiteRule& rule, const site::AppliedRule& applied,
                                   const Scorer& scorer);

  // Keeps every block of a document that is known to hold the article and nothing else; `source` (static
  // text) says where it came from.
  Extraction take_whole(const html::Document& document, std::string_view source);

  // For when nobody asks for the signals of the last answer any more: those of a huge page take more than its
  // text, and are not to be held while that is written.
  void forget_signals();

 private:
  // What is seen of one document.
  struct Look {
    BlockBuilder builder;
    Measures measures;
    PageFacts facts;
    Survey survey;
    PhraseMatches matches;
    std::vector<PhraseBits> phrase_bits;
    std::vector<Verdict> verdicts;
  };

  // Looks at a document of which the facts are known.
  const Blocks& look_at(const html::Document& document, Look& look);
  // Looks at a rule's body. What was found out about an element or a text of `rest`, the page that was looked
  // at last, holds here, too.
  Look& look_at_body(const html::DocumentPart& body, const html::DocumentPart& rest);
  void finish_look(const Blocks& page, Look& look);
  void find_known(const Blocks& body, const std::vector<html::NodeId>& origin);
  FinishTask finish_task(const html::Document& document, Look& look, std::vector<Verdict>& verdicts,
                         FinishedText text) const;
  void choose(std::vector<Verdict>& verdicts);
  void note_texts(const std::vector<html::NodeId>& origin);

  std::shared_ptr<const site::Phrases> phrases_;
  ExtractOptions options_;
  Look page_;
  Look body_;  // of a site's rule
  SignalMaker maker_;
  const SignalTable* signals_ = nullptr;  // of the page that was extracted last
  const Scorer* scorer_ = nullptr;        // and who judged it
  std::vector<float> scores_;
  std::vector<float> candidates_;  // scores, 0 where a block takes no part in the choice
  std::vector<float> words_;

  // By the nodes of a page with a rule: the block that a text of it is in, and the score of that.
  static constexpr std::uint32_t kNoBlock = 0xFFFF'FFFF;
  std::vector<std::uint32_t> text_blocks_;
  std::vector<float> text_scores_;  // -1 for none
  // By the blocks of the document looked at: the block of the page that says the same.
  std::vector<std::uint32_t> known_;
};

}  // namespace clean_article::extract
