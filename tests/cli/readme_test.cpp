// The examples of README.md: what stands below a command there is what the program says.
#include <fstream>
#include <regex>
#include <sstream>

#include "catch.hpp"
#include "program.hpp"

namespace clean_article::cli {
namespace {

struct Example {
  std::string command;
  std::string shown;
};

// The commands of all ```console blocks below which an output is shown.
std::vector<Example> examples_of(const std::string& path) {
  std::ifstream file(path);
  std::vector<Example> examples;
  bool in_block = false;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("```")) {
      in_block = line == "```console";
    } else if (in_block && line.starts_with("$ ")) {
      examples.push_back({line.substr(2), ""});
    } else if (in_block) {
      examples.back().shown += line + "\n";
    }
  }
  std::erase_if(examples, [](const Example& example) { return example.shown.empty(); });
  return examples;
}

// Lines without space at their end.
std::string comparable(const std::string& text) {
  return std::regex_replace(text, std::regex(" +\n"), "\n");
}

TEST_CASE("the README shows what the program prints") {
  const testing::Program program;
  const std::vector<Example> examples = examples_of(CLEAN_ARTICLE_SOURCE_DIR "/README.md");
  REQUIRE(examples.size() >= 2);
  for (const Example& example : examples) {
    CAPTURE(example.command);
    const std::string command =
        std::regex_replace(example.command, std::regex("^(build/release/)?clean-article"), "\"$CA\"");
    REQUIRE(command.starts_with("\"$CA\""));
    const auto ran = program.run("cd \"" CLEAN_ARTICLE_SOURCE_DIR "\" && " + command);
    CHECK(comparable(ran.out) == comparable(example.shown));
    CHECK(ran.err.empty());
  }
}

}  // namespace
}  // namespace clean_article::cli
