#include "score_applier.hpp"

#include <array>
#include <cstdio>
#include <utility>

#include "given_scores.hpp"
#include "render/render.hpp"

namespace clean_article::training {
namespace {

Error other_export() {
  return {ErrorKind::kInput, "the scores are of another export"};
}

std::string steps_of(const extract::Extraction& extraction) {
  std::string lines;
  for (const extract::Verdict& verdict : *extraction.verdicts) {
    lines += verdict.kept ? "1\t" : "0\t";
    lines += extract::decided_by(verdict);
    lines += '\t';
    lines += verdict.reason;
    lines += '\n';
  }
  return lines;
}

std::string facts_of(const extract::Extraction& extraction) {
  std::string lines;
  if (!extract::has_text(extraction)) return lines;
  for (const float fact : extract::choice_facts(extraction)) {
    std::array<char, 32> digits{};
    std::snprintf(digits.data(), digits.size(), "%.9g\n", double{fact});
    lines += digits.data();
  }
  return lines;
}

}  // namespace

ScoreApplier::ScoreApplier(float recall_lean)
    : parser_(limits_), extractor_(site::Phrases::built_in(), {.recall_lean = recall_lean}) {}

Result<const html::Document*> ScoreApplier::parse(const Task& task) {
  Result<std::string> bytes = read_page(task.html_path);
  if (!bytes) return bytes.error();
  bytes_ = std::move(*bytes);
  const auto decoded = decoder_.decode(bytes_, {}, limits_);
  if (!decoded) return decoded.error();
  return &parser_.parse(decoded->utf8);
}

Result<Applied> ScoreApplier::run(const Task& task, std::span<const float> scores,
                                  const site::SiteRule* rule) {
  const auto document = parse(task);
  if (!document) return document.error();
  const GivenScores scorer(scores);
  extract::Extraction extraction = extractor_.extract(**document, scorer);
  if (extraction.page->blocks.size() != scores.size()) return other_export();
  std::string steps = steps_of(extraction);
  if (const auto rescue = extract::find_rescue(**document, extraction)) {
    const html::Document& body =
        rescue->is_markup ? parser_.parse(rescue->body) : parser_.parse_lines(rescue->body);
    return Applied{render::to_text(extractor_.take_whole(body, rescue->source)), std::move(steps), {}};
  }
  if (rule == nullptr) return Applied{render::to_text(extraction), std::move(steps), facts_of(extraction)};
  const site::AppliedRule applied = applier_.apply(*rule, **document, task.url);
  extraction = extractor_.extract_with_rule(*rule, applied, scorer).extraction;
  if (extraction.page->blocks.size() != scores.size())
    return Error{ErrorKind::kInput, "the rule takes blocks away that have scores"};
  return Applied{render::to_text(extraction), steps_of(extraction), {}};
}

Status ScoreApplier::teach(const Task& task, std::span<const float> scores, extract::TemplateLearner& site) {
  const auto document = parse(task);
  if (!document) return document.error();
  const GivenScores scorer(scores);
  const extract::Extraction extraction = extractor_.extract(**document, scorer);
  if (extraction.page->blocks.size() != scores.size()) return other_export();
  site.add(**document, extraction);
  return Done{};
}

}  // namespace clean_article::training
