// Rules made from pages: "rules new" and "rules learn".
#include <algorithm>

#include "bulk/bulk.hpp"
#include "cli/log.hpp"
#include "cli/page.hpp"
#include "cli/rules.hpp"
#include "site/site.hpp"
#include "text/text.hpp"

namespace clean_article::cli {
namespace {

// From fewer saved pages a rule would be a guess.
constexpr std::size_t kFewestPages = 5;

// The host that a word names, or that of a URL; "" when it is neither.
std::string host_in(const std::string& word) {
  const auto parts = text::split_url(word);
  const std::string host = site::rule_host(parts ? parts->host : word);
  const bool is_host = std::all_of(host.begin(), host.end(), [](char c) {
    const char lower = text::ascii_lower(c);
    return (lower >= 'a' && lower <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
  });
  return is_host && host.find('.') != std::string::npos ? host : "";
}

// Stands for the host of pages that name none.
constexpr const char* kUnnamed = "this site";

std::string of_site(const LearnedRule& site) {
  const std::string pages = std::to_string(site.pages) + (site.pages == 1 ? " page" : " pages");
  return site.host == kUnnamed ? pages + " without a canonical link" : pages + " of " + site.host;
}

// What to do with a rule that was learned.
std::string advice(const LearnedRule& rule) {
  return "learned from " + of_site(rule) + "; look at it, then keep it as " +
         (rule.host == kUnnamed ? "HOST.txt, named after the site" : rule.host + ".txt");
}

std::string why_nothing(const std::vector<LearnedRule>& sites) {
  constexpr std::size_t kMostNamed = 3;  // sites; a folder of many has none with enough pages
  std::string seen;
  for (std::size_t i = 0; i < sites.size() && i < kMostNamed; ++i)
    seen += (i == 0 ? "" : ", ") + of_site(sites[i]);
  if (sites.size() > kMostNamed) seen += " and others";
  return "nothing was learned: a rule needs " + std::to_string(kFewestPages) +
         " pages of one site that share something, and here " +
         (seen.empty() ? "is no page" : (seen.starts_with("1 ") ? "is " : "are ") + seen);
}

}  // namespace

RulesAnswer draft_rule(const Args& args) {
  if (args.inputs.size() != 3) return wrong_words("'rules new' needs a HOST and one page: a FILE or URL");
  const std::string host = host_in(args.inputs[1]);
  if (host.empty()) return wrong_words("'" + args.inputs[1] + "' is no host such as example.com");
  Result<Cleaner> cleaner = make_cleaner(args);
  if (!cleaner.ok()) return failed(cleaner.error().message);
  bulk::Sources sources({args.inputs[2]});
  const std::optional<bulk::Input> input = sources.next();
  if (!input || sources.several())
    return wrong_words("'rules new' needs one page; 'rules learn' takes a folder");
  SiteLessons lessons;
  const Status read = teach_page(*cleaner, *input, args, host, lessons);
  if (!read.ok()) return failed(args.inputs[2] + ": " + read.error().message);
  const std::vector<LearnedRule> rules = lessons.rules(1);
  if (rules.empty()) return failed("the page shows neither a body nor anything to strip");
  std::string text = "# " + host + "\n" + rules.front().text +
                     "# title(css): h1\n# author(css): .author\n# test_url: https://" + host +
                     "/…\n# test_contains: …\n";
  return {std::move(text), "", kAllWell, false};
}

RulesAnswer learn_rules(const Args& args) {
  if (args.inputs.size() != 2) return wrong_words("'rules learn' needs a folder of saved pages of one site");
  Result<Cleaner> cleaner = make_cleaner(args);
  if (!cleaner.ok()) return failed(cleaner.error().message);
  bulk::Sources sources({args.inputs[1]});
  if (!sources.several())
    return wrong_words("'rules learn' needs a folder, and '" + args.inputs[1] + "' is none");
  SiteLessons lessons;
  while (const std::optional<bulk::Input> input = sources.next()) {
    const Status read = teach_page(*cleaner, *input, args, kUnnamed, lessons);
    if (!read.ok() && args.verbose) note(input->name + ": " + read.error().message);
  }
  RulesAnswer answer;
  for (const LearnedRule& rule : lessons.rules(kFewestPages)) {
    if (!answer.text.empty()) answer.text += "\n";
    answer.text += rule.text;
    if (!args.quiet) complain(printable(advice(rule)));
  }
  if (answer.text.empty()) return failed(why_nothing(lessons.sites()));
  return answer;
}

}  // namespace clean_article::cli
