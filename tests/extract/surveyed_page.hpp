// A page for the tests of what stands behind the blocks: measured and surveyed. No phrase recognises anything
// unless a test says so.
#pragma once

#include <string>
#include <vector>

#include "extract/survey/survey.hpp"
#include "page_blocks.hpp"

namespace clean_article::extract {

struct SurveyedPage {
  explicit SurveyedPage(const std::string& html) : page(html), facts(read_facts(page.document())) {
    measures.measure(page.blocks());
    phrases.assign(page.blocks().blocks.size(), 0);
    survey.prepare(page.blocks(), measures, facts, phrases);
  }

  PageBlocks page;
  PageFacts facts;
  Measures measures;
  std::vector<PhraseBits> phrases;
  Survey survey;
};

}  // namespace clean_article::extract
