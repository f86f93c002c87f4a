// The one table of the "clean-article rules" commands: dispatch, help and the check of their options all read
// it. Owns what is said of a command; what it does is in the rules_*.cpp files.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "cli/options.hpp"
#include "cli/rules.hpp"

namespace clean_article::cli {

struct Command {
  std::string_view name;                      // the word behind "rules"
  std::string_view arguments;                 // "DIR|FILE..."
  std::string_view brief;                     // for the list of commands
  std::string_view help;                      // a paragraph of its own help
  std::span<const std::string_view> options;  // names of options, or of whole groups of them
  RulesAnswer (*run)(const Args&);
};

std::span<const Command> commands();
const Command* command_named(std::string_view name);  // null where there is none

// Whether an option means something to a command.
bool takes_option(const Command& command, const Option& option);

std::string_view rules_description();    // what all of them are for
void append_commands(std::string& out);  // a line for each
std::string commands_help();             // of "rules --help"
std::string command_help(const Command& command);

}  // namespace clean_article::cli
