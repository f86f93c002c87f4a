#include "extract/confidence/confidence.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <iterator>
#include <string_view>

#include "extract/confidence/choice_facts.hpp"
#include "extract/scorer/dump_scorer.hpp"
#include "extract/scorer/leaf_masks.hpp"

namespace clean_article::extract {

namespace {

#include "extract/confidence/model.inc"

// Where the facts stand that the trees ask for.
std::vector<std::uint16_t> columns() {
  const auto names = choice_fact_names();
  std::vector<std::uint16_t> found;
  for (const std::string_view name : kModelColumns) {
    const auto at = std::find(names.begin(), names.end(), name);
    if (at == names.end()) std::abort();  // the model was made of other facts: a build fault
    found.push_back(static_cast<std::uint16_t>(at - names.begin()));
  }
  return found;
}

float expected_f1(const std::vector<float>& facts) {
  static const LeafMasks trees({kTreeBegins, kTreeDepths, kNodeFeatures, kNodeLinks, kNodeValues}, columns());
  constexpr std::uint32_t kOnlyRow[] = {0};
  std::array<float, 1> log_odds = {0};
  trees.evaluate(facts, facts.size(), kOnlyRow, log_odds);
  return 1 / (1 + std::exp(-log_odds[0]));
}

}  // namespace

std::optional<float> confidence(const Extraction& extraction) {
  const bool is_scored = extraction.signals != nullptr && extraction.scorer != nullptr;
  if (!is_scored || extraction.scorer == &dump_scorer() || !has_text(extraction)) return std::nullopt;
  return expected_f1(choice_facts(extraction));
}

}  // namespace clean_article::extract
