#include "extract/finish/evidence.hpp"

#include <algorithm>
#include <array>

namespace clean_article::extract {

namespace {

constexpr auto kEvidence = std::to_array<FinishEvidence>({
#include "extract/finish/evidence.inc"
});

}  // namespace

std::span<const FinishEvidence> finish_evidence() {
  return kEvidence;
}

const FinishEvidence* evidence_of(std::string_view rule) {
  const auto* found = std::ranges::find(kEvidence, rule, &FinishEvidence::rule);
  return found == kEvidence.end() ? nullptr : found;
}

}  // namespace clean_article::extract
