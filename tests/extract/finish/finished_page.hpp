// A page for the tests of finishing rules: blocks with verdicts that a test sets, phrases that it or the
// built-in lists recognise, and one rule or some phases of the table run over it.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "extract/finish/run.hpp"
#include "surveyed_page.hpp"

namespace clean_article::extract {

using Texts = std::vector<std::string>;

inline const std::string kArticle = "<meta property='og:type' content='article'>";
inline const std::string kProduct = "<script type='application/ld+json'>{\"@type\": \"Product\"}</script>";
inline const std::string kThread = "<meta name=generator content=phpBB>";
inline const std::string kQuestion = "<script type='application/ld+json'>{\"@type\": \"QAPage\"}</script>";

class FinishedPage {
 public:
  // All blocks are kept, with this score.
  explicit FinishedPage(const std::string& html, float score = 0)
      : page_(html), texts_(page_.page.texts()), verdicts_(texts_.size()), matches_(texts_.size()) {
    for (Verdict& verdict : verdicts_) verdict = {.score = score, .kept = true, .reason = {}, .phrase = {}};
  }

  // What the scorer says about the blocks of this text, or about all.
  FinishedPage& judge(std::string_view text, float score, bool kept) {
    for (std::size_t i = 0; i < texts_.size(); ++i)
      if (texts_[i] == text) verdicts_[i].score = score, verdicts_[i].kept = kept;
    return *this;
  }
  FinishedPage& leave_out(const Texts& left_out) {
    for (const std::string& text : left_out)
      for (std::size_t i = 0; i < texts_.size(); ++i)
        if (texts_[i] == text) verdicts_[i].kept = false;
    return *this;
  }
  FinishedPage& leave_out_all() {
    for (Verdict& verdict : verdicts_) verdict.kept = false;
    return *this;
  }

  // A list of this class recognises the blocks of this text.
  FinishedPage& recognise(std::string_view text, site::PhraseClass c) {
    for (std::size_t i = 0; i < texts_.size(); ++i)
      if (texts_[i] == text) add_match(i, {c, "phrases/any.txt", 7});
    return *this;
  }
  // The built-in lists recognise what they know.
  FinishedPage& recognise_all() {
    std::vector<site::PhraseMatch> found;
    for (std::size_t i = 0; i < texts_.size(); ++i) {
      found.clear();
      site::Phrases::built_in()->match(texts_[i], found);
      for (const site::PhraseMatch& match : found) add_match(i, match);
    }
    return *this;
  }

  // The user asks for the line under the title.
  FinishedPage& ask_for_standfirst() {
    asks_standfirst_ = true;
    return *this;
  }

  // Runs this rule alone.
  FinishedPage& run(std::string_view rule, FinishedText text = FinishedText::kPage) {
    std::vector<std::string> others;
    for (const FinishRule& other : finish_rules())
      if (other.name != rule) others.emplace_back(other.name);
    if (others.size() + 1 != finish_rules().size()) throw std::invalid_argument("no such rule");
    return run_phases(Phase::kExclude, Phase::kEdit, *RulesOff::of(others), text);
  }
  // Runs all rules from `first` to `last`.
  FinishedPage& run_phases(Phase first, Phase last, const RulesOff& off = {},
                           FinishedText text = FinishedText::kPage) {
    FinishContext context({page_.page.document(), page_.page.blocks_to_edit(), page_.survey, matches_,
                           verdicts_, text, true, asks_standfirst_});
    run_finish(context, off, first, last);
    return *this;
  }

  Texts kept() const {
    Texts kept;
    for (std::size_t i = 0; i < texts_.size(); ++i)
      if (verdicts_[i].kept) kept.push_back(texts_[i]);
    return kept;
  }
  Texts gone() const {
    Texts gone;
    for (std::size_t i = 0; i < texts_.size(); ++i)
      if (!verdicts_[i].kept) gone.push_back(texts_[i]);
    return gone;
  }
  // The blocks that a finishing rule decided about, whether it kept them or not.
  Texts decided() const {
    Texts decided;
    for (std::size_t i = 0; i < texts_.size(); ++i)
      if (verdicts_[i].step == Step::kFinish) decided.push_back(texts_[i]);
    return decided;
  }
  const Verdict& verdict(std::size_t i) const { return verdicts_.at(i); }
  const Blocks& blocks() const { return page_.page.blocks(); }

 private:
  void add_match(std::size_t i, const site::PhraseMatch& match) {
    matches_[i].push_back(match);
    page_.phrases[i] |= phrase_bit(match.phrase_class);
  }

  SurveyedPage page_;
  Texts texts_;
  std::vector<Verdict> verdicts_;
  PhraseMatches matches_;
  bool asks_standfirst_ = false;
};

// What is kept of a page all of whose blocks had this score and were kept, when this rule alone has run.
inline Texts left_by(std::string_view rule, const std::string& html, float score = 0) {
  return FinishedPage(html, score).recognise_all().run(rule).kept();
}
// What it took out.
inline Texts taken_by(std::string_view rule, const std::string& html, float score = 0) {
  return FinishedPage(html, score).recognise_all().run(rule).gone();
}
// About what it decided when the scorer had left out these blocks.
inline Texts decided_by_rule(std::string_view rule, const std::string& html, const Texts& left_out,
                             float score = 0) {
  return FinishedPage(html, score).recognise_all().leave_out(left_out).run(rule).decided();
}
// What is kept when the scorer had left out these blocks.
inline Texts joined_by(std::string_view rule, const std::string& html, const Texts& left_out, float score) {
  return FinishedPage(html, score).leave_out(left_out).run(rule).kept();
}

}  // namespace clean_article::extract
