// What a site's rule says about the blocks that it left: verdicts that name its file and line. These are no
// finishing rules: they stand in the site's file. Knows what the site's rule found, not how it was found.
#pragma once

#include <vector>

#include "extract/finish/verdict.hpp"
#include "extract/survey/survey.hpp"
#include "site/site.hpp"

namespace clean_article::extract {

// The verdict of a block that a line of a site's rule decided on; `reason` is static text.
Verdict site_verdict(bool kept, std::string_view reason, site::RuleOrigin origin);

// Every block is the body's. Its score is what the scorer gave its text on the whole page: `origin` leads
// from the page's nodes to those that `text_scores` knows (-1 for none). With `prune` those go that the
// scorer would never take.
void keep_body(site::RuleOrigin body, bool prune, const Blocks& page, const std::vector<html::NodeId>& origin,
               const std::vector<float>& text_scores, std::vector<Verdict>& verdicts);

// Drops the headings that say the site rule's title and nothing else.
void drop_site_title(const site::RuleField& title, const Survey& survey, std::vector<Verdict>& verdicts);

// drop: and keep:, the latter winning. They read as much as `work` pays for.
void apply_patterns(const site::SiteRule& rule, const Survey& survey, site::RuleWork& work,
                    std::vector<Verdict>& verdicts);

}  // namespace clean_article::extract
