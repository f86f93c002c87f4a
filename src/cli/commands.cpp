#include "cli/commands.hpp"

#include <algorithm>
#include <array>

namespace clean_article::cli {
namespace {

using Names = std::string_view;

constexpr Names kOfList[] = {"rules", "no-rules"};
constexpr Names kOfLint[] = {"verbose"};
constexpr Names kOfTest[] = {"pages",     "online",   "rules",  "no-rules",  "verbose",
                             "precision", "comments", "recall", "max-bytes", kFetchingGroup};
constexpr Names kOfWhy[] = {"rules",   "no-rules",  "base-url",    "encoding",
                            "verbose", "max-bytes", kFetchingGroup};
constexpr Names kOfNew[] = {"encoding", "max-bytes", kFetchingGroup};
constexpr Names kOfLearn[] = {"encoding", "max-bytes", "verbose"};

constexpr auto kCommands = std::to_array<Command>({
    {"list", "[HOST|URL]", "the rule files that apply to it, or all",
     "List the rule files that apply to the pages of HOST, or all that are known: those built in, and those "
     "of "
     "each --rules folder.",
     kOfList, list_rules},
    {"lint", "DIR|FILE...", "what is wrong with rule files",
     "Say what is wrong with rule files, with file and line, and count what was read. What several files "
     "share "
     "is said once; -v says it each time, and notes too. Exit code 1 where a file has an error.",
     kOfLint, lint_rules},
    {"test", "DIR|FILE...", "runs their test_url and test_contains",
     "Clean the page of each test_url by the rules and look for its test_contains in the text. The pages are "
     "looked for in --pages, by file name or by the address that they give themselves, or fetched with "
     "--online; one of the two is needed. Exit code 1 where a test fails.",
     kOfTest, test_rules},
    {"why", "URL|FILE", "what the site's rule does to a page",
     "Say which rule files apply to the page, which line found body, title, authors and date, and which line "
     "took or kept which block; -v lists the other blocks, too. A saved page has the rule of the address "
     "in its canonical link, or of --base-url.",
     kOfWhy, explain_rules},
    {"new", "HOST PAGE", "a rule to begin with, from one page",
     "Write a rule for HOST from one of its pages, a URL or FILE, to standard output: a body as the scorer "
     "sees "
     "it, and lines to fill in. Look at it, then keep it as HOST.txt.",
     kOfNew, draft_rule},
    {"learn", "DIR", "a rule from five or more saved pages",
     "Write a rule to standard output for each site of which DIR holds five pages or more: body, strips and "
     "sentences that come again, each with how often it was seen. Look at it, then keep it as HOST.txt.",
     kOfLearn, learn_rules},
    {"finish",
     "",
     "the rules that decide beside the scorer",
     "List the finishing rules, which decide beside the scorer, in their order: name, what goes or stays, on "
     "which pages, the fixture that shows it, and what it wins and costs. '0.013 of 6' means: 0.013 points "
     "of "
     "word F1 on the mean of all pages, by six of them. --without RULE switches one off.",
     {},
     list_finish_rules},
});

constexpr std::size_t kBriefColumn = 41;  // two spaces behind the longest command

std::string call_of(const Command& command) {
  return "clean-article rules " + std::string(command.name);
}

}  // namespace

std::span<const Command> commands() {
  return kCommands;
}

const Command* command_named(std::string_view name) {
  const auto found = std::ranges::find(kCommands, name, &Command::name);
  return found == kCommands.end() ? nullptr : &*found;
}

bool takes_option(const Command& command, const Option& option) {
  constexpr std::string_view kOfAll[] = {"help", "version", "quiet", "generate"};
  const auto names_it = [&](std::string_view name) { return name == option.name || name == option.group; };
  return std::ranges::any_of(kOfAll, names_it) || std::ranges::any_of(command.options, names_it);
}

void append_commands(std::string& out) {
  for (const Command& command : kCommands) {
    std::string line = "  " + call_of(command) + " " + std::string(command.arguments);
    line.resize(std::max(line.size() + 2, kBriefColumn), ' ');
    out.append(line).append(command.brief).append("\n");
  }
}

std::string_view rules_description() {
  return "Look at, check and make site rules: files of a few lines that say where the text\n"
         "of a site's pages is, and what of it has to go.\n";
}

std::string commands_help() {
  std::string out = "Usage: clean-article rules COMMAND [OPTION]... WORD...\n\n";
  out.append(rules_description()).append("\n");
  append_commands(out);
  return out + "\n'clean-article rules COMMAND --help' tells more of one.\n";
}

std::string command_help(const Command& command) {
  std::string out = "Usage: " + call_of(command) + " [OPTION]..." + (command.arguments.empty() ? "" : " ") +
                    std::string(command.arguments) + "\n\n";
  append_wrapped(command.help, out);
  out += "\nOptions:\n";
  for (const Option& option : options()) {
    const bool is_plain = option.name == "quiet" || option.name == "version" || option.name == "generate";
    if (takes_option(command, option) && !is_plain) append_option(option, out);
  }
  return out;
}

RulesAnswer run_rules(const Args& args) {
  const std::string word = args.inputs.empty() ? "" : args.inputs[0];
  if (const Command* command = command_named(word)) return command->run(args);
  std::vector<std::string_view> names;
  std::string list;
  for (const Command& command : kCommands) {
    names.push_back(command.name);
    list.append(list.empty() ? "" : ", ").append(command.name);
  }
  if (word.empty()) return wrong_words("'rules' needs a command: " + list);
  const std::string_view nearest = nearest_word(word, names);
  return wrong_words(
      "there is no command 'rules " + word + "'; " +
      (nearest.empty() ? "there are " + list : "did you mean 'rules " + std::string(nearest) + "'?"));
}

}  // namespace clean_article::cli
