// Completions for fish.
#include <string>

#include "cli/generate.hpp"
#include "cli/option_values.hpp"
#include "cli/options.hpp"

namespace clean_article::cli {
namespace {

std::string in_fish_quotes(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') out += '\\';
    out += c;
  }
  return out + "'";
}

// "-x -a 'a b'": what may stand behind the option.
std::string value_of(const Option& option) {
  if (option.takes == Takes::kNothing) return "";
  const OptionValues values = values_of(option);
  switch (values.kind) {
    case ValueKind::kWords: {
      std::string words;
      for (const std::string& word : values.words) words += (words.empty() ? "" : " ") + word;
      return " -x -a " + in_fish_quotes(words);
    }
    case ValueKind::kFile:
      return " -r -F";
    case ValueKind::kFolder:
      return " -x -a '(__fish_complete_directories)'";
    case ValueKind::kAny:
      break;
  }
  return " -x";
}

// The commands that know the option: "test why".
std::string commands_with(const Option& option) {
  std::string names;
  for (const Command& command : commands())
    if (takes_option(command, option)) names += (names.empty() ? "" : " ") + std::string(command.name);
  return names;
}

std::string line(std::string_view condition, const Option& option) {
  std::string out =
      "complete -c clean-article -n " + in_fish_quotes(condition) + " -l " + std::string(option.name);
  if (option.letter != '\0') out += std::string(" -s ") + option.letter;
  return out + value_of(option) + " -d " + in_fish_quotes(first_clause(option.help)) + "\n";
}

constexpr std::string_view kHead =
    R"(# fish completion for clean-article, made by clean-article --generate fish

# Succeeds behind "rules"; with names, only behind "rules" and one of these.
function __clean_article_rules
    set -l words (commandline -opc)
    test (count $words) -gt 1; and test $words[2] = rules; or return 1
    test (count $argv) -eq 0; and return 0
    test (count $words) -gt 2; and contains -- $words[3] $argv
end

function __clean_article_wants_command
    __clean_article_rules; and test (count (commandline -opc)) -eq 2
end

)";

}  // namespace

std::string fish_completions() {
  std::string out(kHead);
  out +=
      "complete -c clean-article -n 'test (count (commandline -opc)) -eq 1' -a rules -d "
      "'look at, check and make site rules'\n";
  for (const Command& command : commands())
    out += "complete -c clean-article -n __clean_article_wants_command -f -a " + std::string(command.name) +
           " -d " + in_fish_quotes(command.brief) + "\n";
  for (const Option& option : options()) {
    out += line("not __clean_article_rules", option);
    if (const std::string names = commands_with(option); !names.empty())
      out += line("__clean_article_rules " + names, option);
  }
  return out;
}

}  // namespace clean_article::cli
