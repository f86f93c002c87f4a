// What finishing rules have been seen to win and to cost. Owns no measuring: tools/evaluate_finish writes it.
#pragma once

#include <span>
#include <string_view>

namespace clean_article::extract {

struct FinishEvidence {
  std::string_view rule;
  std::string_view fixture;  // the first that it changes, "" for none
  int helped, harmed;        // pages
  double won, lost;          // points of word F1 on the mean of all pages
};

std::span<const FinishEvidence> finish_evidence();

// Null where a rule has not been measured.
const FinishEvidence* evidence_of(std::string_view rule);

}  // namespace clean_article::extract
