// "clean-article rules …": looking at, checking and making site rules. Owns the commands; prints nothing
// itself.
#pragma once

#include <string>

#include "cli/args.hpp"
#include "cli/report.hpp"

namespace clean_article::cli {

struct RulesAnswer {
  std::string text;   // for standard output
  std::string error;  // for standard error, "" when there is nothing to say
  int exit_code = kAllWell;
  bool is_usage = false;  // the error is about the words of the command
};

// The command is args.inputs[0].
RulesAnswer run_rules(const Args& args);

RulesAnswer list_rules(const Args& args);
RulesAnswer lint_rules(const Args& args);
RulesAnswer test_rules(const Args& args);
RulesAnswer explain_rules(const Args& args);  // "why"
RulesAnswer draft_rule(const Args& args);     // "new"
RulesAnswer learn_rules(const Args& args);
RulesAnswer list_finish_rules(const Args& args);  // "finish"

// The rule files that a word of the command names: a file, or those of a folder, sorted. An error where there
// are none.
Result<std::vector<std::string>> rule_files(const std::string& word);

RulesAnswer wrong_words(std::string what);
RulesAnswer failed(std::string what);

}  // namespace clean_article::cli
