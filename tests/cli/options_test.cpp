// The help and the guesses at what a mistyped option meant.
#include "cli/options.hpp"

#include <set>
#include <sstream>

#include "catch.hpp"

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

TEST_CASE("the help fits a terminal of 80 columns") {
  std::istringstream lines(help_text());
  for (std::string line; std::getline(lines, line);) {
    CAPTURE(line);
    CHECK(line.size() <= 80);
    CHECK((line.empty() || line.back() != ' '));
  }
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
  CHECK(nearest_option("output") == "output-dir");
  CHECK(nearest_option("rulez") == "rules");
  CHECK(nearest_option("color").empty());
  CHECK(nearest_option("x").empty());
  CHECK(nearest_option("").empty());
}

}  // namespace
}  // namespace clean_article::cli
