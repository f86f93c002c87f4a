// Pages that stand in the way of what was asked for: proofs that no robot reads, log-ins, demands for
// JavaScript, consent or the end of an ad blocker, and errors that are sent as pages. Owns how they are told
// from articles about such things; knows nothing of single blocks' scores.
#pragma once

#include <span>
#include <string_view>

#include "extract/finish/verdict.hpp"
#include "extract/survey/survey.hpp"

namespace clean_article::extract {

// What such a page is that scripts would have filled in.
inline constexpr std::string_view kAsksForScripts = "asks for JavaScript";

// What a page is that is no article, fit to stand behind "the page ": "asks for JavaScript". "" where it is
// none, or where what is kept is more than such a page has to say. Static text.
std::string_view find_wall(const html::Document& document, const Survey& survey,
                           std::span<const Verdict> verdicts);

}  // namespace clean_article::extract
