// "clean-article rules finish": the table of finishing rules for people, a line each.
#include <algorithm>
#include <cstdio>
#include <string>

#include "cli/rules.hpp"
#include "extract/extract.hpp"

namespace clean_article::cli {
namespace {

// "0.123 of 40": points of word F1 and the pages they come from.
std::string points(double mean, int pages) {
  if (pages == 0) return "-";
  char text[32];
  std::snprintf(text, sizeof text, "%.3f of %d", mean, pages);
  return text;
}

std::string line(std::string_view name, std::string_view what, std::string_view pages,
                 std::string_view fixture, const std::string& wins, const std::string& costs) {
  constexpr int kNameChars = 18, kWhatChars = 33, kPagesChars = 13, kFixtureChars = 20, kPointsChars = 13;
  char text[160];
  const auto chars = [](std::string_view word) { return static_cast<int>(word.size()); };
  std::snprintf(text, sizeof text, "%-*.*s%-*.*s%-*.*s%-*.*s%-*s%s\n", kNameChars, chars(name), name.data(),
                kWhatChars, chars(what), what.data(), kPagesChars, chars(pages), pages.data(), kFixtureChars,
                chars(fixture), fixture.data(), kPointsChars, wins.c_str(), costs.c_str());
  return text;
}

}  // namespace

RulesAnswer list_finish_rules(const Args& args) {
  if (args.inputs.size() > 1) return wrong_words("'rules finish' takes no argument");
  RulesAnswer answer;
  answer.text = line("RULE", "WHAT GOES OR STAYS", "ON PAGES", "FIXTURE", "WINS", "COSTS");
  for (const extract::FinishRule& rule : extract::finish_rules()) {
    const extract::FinishEvidence* seen = extract::evidence_of(rule.name);
    answer.text += line(rule.name, rule.reason, extract::gate_name(rule.gate),
                        seen == nullptr || seen->fixture.empty() ? "-" : seen->fixture,
                        seen == nullptr ? "?" : points(seen->won, seen->helped),
                        seen == nullptr ? "?" : points(seen->lost, seen->harmed));
  }
  return answer;
}

}  // namespace clean_article::cli
