#include "extract/finish/site_verdicts.hpp"

#include <algorithm>

namespace clean_article::extract {

Verdict site_verdict(bool kept, std::string_view reason, site::RuleOrigin origin) {
  Verdict verdict;
  verdict.score = kept ? 1.0f : 0.0f;
  verdict.kept = kept;
  verdict.step = Step::kSiteRule;
  verdict.reason = reason;
  verdict.phrase.list = origin.file;
  verdict.phrase.line = origin.line;
  return verdict;
}

void keep_body(site::RuleOrigin body, bool prune, const Blocks& page, const std::vector<html::NodeId>& origin,
               const std::vector<float>& text_scores, std::vector<Verdict>& verdicts) {
  constexpr float kHopeless = 0.1f;  // inside a body the scorer has the last word only where it is sure
  for (std::size_t i = 0; i < verdicts.size(); ++i) {
    float score = -1;
    const Block& block = page.blocks[i];
    for (std::uint32_t p = block.first_piece; p < block.end_piece; ++p)
      score = std::max(score, text_scores[origin[page.pieces[p].text_node]]);
    verdicts[i] = site_verdict(true, "body", body);
    verdicts[i].score = score < 0 ? 1 : score;
    if (!prune || verdicts[i].score >= kHopeless) continue;
    verdicts[i].kept = false;
    verdicts[i].step = Step::kScorer;
    verdicts[i].reason = "never text, inside the rule's body";
    verdicts[i].phrase = {};
  }
}

void drop_site_title(const site::RuleField& title, const Survey& survey, std::vector<Verdict>& verdicts) {
  for (std::size_t i = 0; i < survey.size(); ++i) {
    if (verdicts[i].kept && survey.is_heading(i) && survey.page->text_of(survey.block(i)) == title.value) {
      verdicts[i] = site_verdict(false, "title", title.origin);
    }
  }
}

void apply_patterns(const site::SiteRule& rule, const Survey& survey, site::RuleWork& work,
                    std::vector<Verdict>& verdicts) {
  if (rule.drops.empty() && rule.keeps.empty()) return;
  const auto match = [&](const std::vector<site::RulePattern>& patterns, std::string_view text) {
    return std::find_if(patterns.begin(), patterns.end(), [&](const site::RulePattern& pattern) {
      return work.spend(pattern.cost(text)) && pattern.matches(text);
    });
  };
  for (std::size_t i = 0; i < survey.size(); ++i) {
    const std::string_view text = survey.page->text_of(survey.block(i));
    if (const auto keep = match(rule.keeps, text); keep != rule.keeps.end()) {
      if (!verdicts[i].kept) verdicts[i] = site_verdict(true, "keep", keep->origin());
    } else if (const auto drop = match(rule.drops, text); drop != rule.drops.end() && verdicts[i].kept) {
      verdicts[i] = site_verdict(false, "drop", drop->origin());
    }
  }
}

}  // namespace clean_article::extract
