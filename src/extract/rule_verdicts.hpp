// What a site's rule says about the blocks that it left: verdicts that name its file and line. Knows what a
// rule found, not how it was found.
#pragma once

#include <vector>

#include "extract/survey.hpp"
#include "extract/verdict.hpp"
#include "site/site.hpp"

namespace clean_article::extract {

// The verdict of a block that a rule's line decided on; `reason` is static text.
Verdict rule_verdict(bool kept, std::string_view reason, site::RuleOrigin origin);

// Every block is the body's.
void keep_body(site::RuleOrigin body, std::vector<Verdict>& verdicts);

// Drops what a browser would not show, unless all of the text is hidden until a click or a script.
void drop_hidden(const Survey& survey, std::vector<Verdict>& verdicts);

// Drops the headings that say the rule's title and nothing else.
void drop_rule_title(const site::RuleField& title, const Survey& survey, std::vector<Verdict>& verdicts);

// drop: and keep:, the latter winning.
void apply_patterns(const site::SiteRule& rule, const Survey& survey, std::vector<Verdict>& verdicts);

}  // namespace clean_article::extract
