// The way from a page's bytes to its text that Cleaner takes, with scores that were computed elsewhere in the
// place of the scorer's: out of fold, so that no tree has seen the page.
#pragma once

#include <span>
#include <string>

#include "extract/extract.hpp"
#include "html/html.hpp"
#include "site/site.hpp"
#include "text/text.hpp"
#include "training_tasks.hpp"

namespace clean_article::training {

struct Applied {
  std::string text;   // as it is printed
  std::string steps;  // a line for each block: 1 if kept, the step that decided, its reason or list
  std::string facts;  // of the choice, a number a line; "" where the scores did not choose the text
};

// One per thread. A task's scores are those of its blocks, in order; others are an error.
class ScoreApplier {
 public:
  // recall_lean: as in extract::ExtractOptions.
  explicit ScoreApplier(float recall_lean);

  // `rule`: learned from the page's site, or none.
  Result<Applied> run(const Task& task, std::span<const float> scores, const site::SiteRule* rule = nullptr);

  // Shows the judged page to `site`.
  Status teach(const Task& task, std::span<const float> scores, extract::TemplateLearner& site);

 private:
  // Valid until the next call.
  Result<const html::Document*> parse(const Task& task);

  Limits limits_;
  text::Decoder decoder_;
  std::string bytes_;  // of the page; the document refers to them
  html::Parser parser_;
  site::RuleApplier applier_;
  extract::Extractor extractor_;
};

}  // namespace clean_article::training
