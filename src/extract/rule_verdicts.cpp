#include "extract/rule_verdicts.hpp"

#include <algorithm>

namespace clean_article::extract {

Verdict rule_verdict(bool kept, std::string_view reason, site::RuleOrigin origin) {
  Verdict verdict;
  verdict.score = kept ? 1.0f : 0.0f;
  verdict.kept = kept;
  verdict.step = Step::kRule;
  verdict.reason = reason;
  verdict.phrase.list = origin.file;
  verdict.phrase.line = origin.line;
  return verdict;
}

void keep_body(site::RuleOrigin body, std::vector<Verdict>& verdicts) {
  for (Verdict& verdict : verdicts) verdict = rule_verdict(true, "body", body);
}

void drop_hidden(const Survey& survey, std::vector<Verdict>& verdicts) {
  const auto is_hidden = [&](std::size_t i) { return (survey.block(i).flags & kHidden) != 0; };
  bool all = true;
  for (std::size_t i = 0; i < survey.size(); ++i) all = all && is_hidden(i);
  if (all) return;
  for (std::size_t i = 0; i < survey.size(); ++i) {
    if (!verdicts[i].kept || !is_hidden(i)) continue;
    verdicts[i].kept = false;
    verdicts[i].score = 0;
    verdicts[i].step = Step::kTrim;
    verdicts[i].reason = "hidden";
  }
}

void drop_rule_title(const site::RuleField& title, const Survey& survey, std::vector<Verdict>& verdicts) {
  for (std::size_t i = 0; i < survey.size(); ++i) {
    if (verdicts[i].kept && survey.is_heading(i) && survey.page->text_of(survey.block(i)) == title.value) {
      verdicts[i] = rule_verdict(false, "title", title.origin);
    }
  }
}

void apply_patterns(const site::SiteRule& rule, const Survey& survey, std::vector<Verdict>& verdicts) {
  if (rule.drops.empty() && rule.keeps.empty()) return;
  const auto match = [](const std::vector<site::RulePattern>& patterns, std::string_view text) {
    return std::find_if(patterns.begin(), patterns.end(),
                        [&](const site::RulePattern& pattern) { return pattern.matches(text); });
  };
  for (std::size_t i = 0; i < survey.size(); ++i) {
    const std::string_view text = survey.page->text_of(survey.block(i));
    if (const auto keep = match(rule.keeps, text); keep != rule.keeps.end()) {
      if (!verdicts[i].kept) verdicts[i] = rule_verdict(true, "keep", keep->origin());
    } else if (const auto drop = match(rule.drops, text); drop != rule.drops.end() && verdicts[i].kept) {
      verdicts[i] = rule_verdict(false, "drop", drop->origin());
    }
  }
}

}  // namespace clean_article::extract
