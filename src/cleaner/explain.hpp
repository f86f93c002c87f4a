// From verdicts to words: why each block was kept or dropped, and what a site's rule found. Decides nothing.
#pragma once

#include <string_view>
#include <vector>

#include "cleaner/cleaner.hpp"
#include "extract/extract.hpp"

namespace clean_article {

std::vector<ExplainedBlock> explain(const html::Document& document, const extract::Extraction& extraction);

// The same of a page from which a rule has taken things: what it took is explained, too.
std::vector<ExplainedBlock> explain_with_rule(const html::Document& whole, const site::AppliedRule& applied,
                                              const extract::RuleExtraction& judged);

// `page_url` may be "": then links are made absolute by what the page says, or left out.
// A body is reported only where the text was chosen by it.
RuleReport report_of(const site::SiteRule& rule, const site::AppliedRule& applied, std::string_view page_url,
                     const html::Document& page, const extract::RuleExtraction& judged);

}  // namespace clean_article
