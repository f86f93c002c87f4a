// What `--generate` prints: man pages and completions, all of them made from the tables of options and
// commands.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "cli/commands.hpp"

namespace clean_article::cli {

// What there is to ask for: "man" and the shells.
std::span<const std::string_view> generated_names();

// "" where there is no such name. Of "man" it is the program's page.
std::string generated(std::string_view name);

// Pages of section 1, as roff.
std::string manual();                                // clean-article(1)
std::string rules_manual();                          // clean-article-rules(1)
std::string command_manual(const Command& command);  // clean-article-rules-COMMAND(1)

// Each is what the shell reads from a file of completions.
std::string bash_completions();
std::string zsh_completions();
std::string fish_completions();

// Of an option's help what fits on one line: its first clause.
std::string first_clause(std::string_view help);

}  // namespace clean_article::cli
