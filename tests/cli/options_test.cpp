// The help and the guesses at what a mistyped option meant.
#include "cli/options.hpp"

#include <set>
#include <sstream>

#include "catch.hpp"
#include "cli/commands.hpp"

namespace clean_article::cli {
namespace {

TEST_CASE("the help names every option with its letter and value") {
  const std::string help = help_text();
  for (const Option& option : options()) {
    std::string shown = "--" + std::string(option.name);
    if (option.letter != '\0') shown = std::string{'-', option.letter} + ", " + shown;
    if (!option.argument.empty()) shown += " " + std::string(option.argument);
    CAPTURE(shown);
    CHECK(help.find("  " + shown + " ") != std::string::npos);
  }
}

void check_width(const std::string& text) {
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    CAPTURE(line);
    CHECK(line.size() <= 80);
    CHECK((line.empty() || line.back() != ' '));
  }
}

TEST_CASE("the help fits a terminal of 80 columns") {
  check_width(help_text());
  check_width(commands_help());
  for (const Command& command : commands()) check_width(command_help(command));
}

TEST_CASE("each rules command has a help of its own, with the options that mean something to it") {
  for (const Command& command : commands()) {
    CAPTURE(command.name);
    const std::string help = command_help(command);
    CHECK(help.starts_with("Usage: clean-article rules " + std::string(command.name) + " "));
    CHECK(help.find("--help") != std::string::npos);
    CHECK(help_text().find(command.brief) != std::string::npos);
    CHECK(commands_help().find(command.brief) != std::string::npos);
    for (const std::string_view name : command.options)
      CHECK((option_named(name) != nullptr || name == kFetchingGroup));
  }
  CHECK(command_help(*command_named("test")).find("--pages DIR") != std::string::npos);
  CHECK(command_help(*command_named("why")).find("--timeout SECONDS") != std::string::npos);
  CHECK(command_help(*command_named("lint")).find("--timeout") == std::string::npos);
}

TEST_CASE("no two options share a name or a letter") {
  std::set<std::string_view> names;
  std::set<char> letters;
  for (const Option& option : options()) {
    CHECK(names.insert(option.name).second);
    if (option.letter != '\0') CHECK(letters.insert(option.letter).second);
    CHECK(option.argument.empty() == (option.takes == Takes::kNothing));
  }
}

TEST_CASE("options of a group stand together") {
  std::set<std::string_view> seen;
  std::string_view last;
  for (const Option& option : options()) {
    if (option.group != last) CHECK(seen.insert(option.group).second);
    last = option.group;
  }
}

TEST_CASE("a slip is near, another word is not") {
  CHECK(nearest_option("verbos") == "verbose");
  CHECK(nearest_option("exlpain") == "explain");
  CHECK(nearest_option("baseurl") == "base-url");
  CHECK(nearest_option("hepl") == "help");
  CHECK(nearest_option("htlm") == "html");
  CHECK(nearest_option("outptu") == "output");
  CHECK(nearest_option("output-fiel") == "output-file");
  CHECK(nearest_option("md") == "markdown");
  CHECK(nearest_option("with-comments") == "comments");
  CHECK(nearest_option("rulez") == "rules");
  CHECK(nearest_option("color").empty());
  CHECK(nearest_option("x").empty());
  CHECK(nearest_option("").empty());
}

}  // namespace
}  // namespace clean_article::cli
