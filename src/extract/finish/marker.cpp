#include "extract/finish/marker.hpp"

#include <cassert>

namespace clean_article::extract {

void Marker::mark(std::size_t i, const site::PhraseMatch* match) {
  if (rule_.phase == Phase::kDrop && context_.survey().block(i).cell != kNone) return;
  decide(i, match);
}

void Marker::mark_table_block(std::size_t i) {
  decide(i, nullptr);
}

void Marker::decide(std::size_t i, const site::PhraseMatch* match) {
  assert(rule_.phase != Phase::kEdit);
  Verdict& verdict = context_.task_.verdicts[i];
  verdict.kept = rule_.phase == Phase::kKeep || rule_.phase == Phase::kRestore;
  verdict.step = Step::kFinish;
  verdict.rule = &rule_;
  verdict.reason = rule_.reason;
  verdict.detail = {};
  verdict.phrase = match != nullptr ? *match : site::PhraseMatch{};
  context_.kept_.reset();
}

void Marker::mark(std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end; ++i) mark(i);
}

void Marker::mark_as(std::size_t i, std::string_view detail) {
  mark(i);
  context_.task_.verdicts[i].detail = detail;
}

void Marker::refuse(std::string_view what) {
  assert(rule_.phase == Phase::kRefuse);
  context_.refused_as_ = what;
}

Blocks& Marker::edited_page() {
  assert(rule_.phase == Phase::kEdit);
  return context_.task_.page;
}

}  // namespace clean_article::extract
