// Man pages and completions: everything that the tables have is in them, and the programs that read them have
// nothing to complain of. Where such a program is not installed, that is said.
#include "cli/generate.hpp"

#include <iostream>
#include <sstream>

#include "catch.hpp"
#include "cli/args.hpp"
#include "cli/option_values.hpp"
#include "program.hpp"

namespace clean_article::cli {
namespace {

using testing::contains;

bool has_program(const testing::Program& program, const std::string& name) {
  if (program.run("command -v " + name).exit_code == 0) return true;
  std::cerr << name << " is not installed: what it reads is not tested\n";
  return false;
}

std::string name_in_roff(std::string_view name) {
  std::string out = "\\fB\\-\\-";
  for (const char c : name) out += c == '-' ? std::string("\\-") : std::string{c};
  return out + "\\fR";
}

// Behind a letter the long name follows without a font of its own.
bool manual_names(const std::string& page, const Option& option) {
  return contains(page, name_in_roff(option.name));
}

std::vector<std::string> all_manuals() {
  std::vector<std::string> pages = {manual(), rules_manual()};
  for (const Command& command : commands()) pages.push_back(command_manual(command));
  return pages;
}

TEST_CASE("the man page has every option and command of the help") {
  const std::string page = manual();
  for (const Option& option : options()) {
    CAPTURE(option.name);
    CHECK(manual_names(page, option));
    if (option.letter != '\0') CHECK(contains(page, "\\fB\\-" + std::string{option.letter} + "\\fR, "));
  }
  for (const Command& command : commands()) {
    CAPTURE(command.name);
    CHECK(contains(page, "rules " + std::string(command.name)));
    CHECK(contains(rules_manual(), "\\fB" + std::string(command.name)));
    const std::string own = command_manual(command);
    for (const Option& option : options()) CHECK(manual_names(own, option) == takes_option(command, option));
  }
}

TEST_CASE("the completions have every option and command") {
  for (const std::string& text : {bash_completions(), zsh_completions(), fish_completions()}) {
    for (const Option& option : options()) {
      CAPTURE(option.name);
      const std::string name(option.name);
      CHECK((contains(text, "--" + name) || contains(text, " -l " + name + " ")));
    }
    for (const Command& command : commands()) CHECK(contains(text, std::string(command.name)));
  }
}

TEST_CASE("each value that is completed is one that is taken") {
  for (const Option& option : options()) {
    const OptionValues values = values_of(option);
    CHECK((values.kind == ValueKind::kWords) == !values.words.empty());
    if (option.argument == "FORM") CHECK(values.kind == ValueKind::kWords);
    for (const std::string& word : values.words) {
      CAPTURE(option.name, word);
      CHECK(parse_args({"--" + std::string(option.name), word}).ok());
    }
  }
  CHECK(values_of(*option_named("format")).words.size() == render::formats().size());
  CHECK(values_of(*option_named("rules")).kind == ValueKind::kFolder);
  CHECK(values_of(*option_named("output")).kind == ValueKind::kFile);
  CHECK(values_of(*option_named("quiet")).kind == ValueKind::kAny);
}

TEST_CASE("--generate prints them, and names what there is instead of what there is not") {
  const testing::Program program;
  CHECK(program.run("$CA --generate man").out == manual());
  CHECK(program.run("$CA rules --generate man").out == rules_manual());
  CHECK(program.run("$CA rules lint --generate man").out == command_manual(*command_named("lint")));
  CHECK(program.run("$CA --generate bash").out == bash_completions());
  CHECK(program.run("$CA rules --generate fish").out == fish_completions());
  const auto wrong = program.run("$CA --generate powershell");
  CHECK(wrong.exit_code == 2);
  CHECK(contains(wrong.err, "man, bash, zsh or fish, not 'powershell'"));
}

TEST_CASE("man and mandoc have nothing to complain of in the man pages") {
  const testing::Program program;
  const bool has_man = has_program(program, "man"), has_mandoc = has_program(program, "mandoc");
  for (const std::string& page : all_manuals()) {
    program.write("page.1", page);
    CAPTURE(page.substr(0, 200));
    if (has_man) {
      const auto ran = program.run(
          "LC_ALL=C.UTF-8 MANROFFSEQ= MANWIDTH=80 man --warnings -E UTF-8 -l -Tutf8 -Z page.1 "
          "> /dev/null");
      CHECK(ran.exit_code == 0);
      CHECK(ran.err.empty());
    }
    // That the page has no date is on purpose: the same sources make the same page.
    if (has_mandoc) {
      const auto ran = program.run("mandoc -Tlint -Wwarning page.1 | grep -v 'missing date' || true");
      CHECK(ran.out.empty());
      CHECK(ran.err.empty());
    }
  }
}

// What bash offers behind a line's words; the last is being typed.
std::string offered_by_bash(const testing::Program& program, const std::string& words) {
  return program
      .run("source completions; COMP_WORDS=(" + words +
           "); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _clean_article; "
           "printf '%s\\n' \"${COMPREPLY[@]}\"")
      .out;
}

TEST_CASE("bash completes options, their values, commands and files") {
  const testing::Program program;
  program.write("completions", bash_completions());
  program.write("a page.html", "");
  CHECK(offered_by_bash(program, "clean-article --form") == "--format\n--formatting\n");
  CHECK(offered_by_bash(program, "clean-article --format ma") == "markdown\n");
  CHECK(offered_by_bash(program, "clean-article --format = ma") == "markdown\n");
  CHECK(offered_by_bash(program, "clean-article -f js") == "json\njsonl\n");
  CHECK(offered_by_bash(program, "clean-article --summary j") == "json\n");
  CHECK(offered_by_bash(program, "clean-article ru") == "rules\n");
  CHECK(offered_by_bash(program, "clean-article rules l") == "list\nlint\nlearn\n");
  CHECK(offered_by_bash(program, "clean-article rules lint --verb") == "--verbose\n");
  CHECK(offered_by_bash(program, "clean-article rules lint --time") == "\n");
  CHECK(offered_by_bash(program, "clean-article -o x a") == "a page.html\n");
  CHECK(offered_by_bash(program, "clean-article --timeout a") == "\n");
}

TEST_CASE("fish completes options, their values and commands") {
  const testing::Program program;
  if (!has_program(program, "fish")) return;
  program.write("completions", fish_completions());
  const auto offered = [&](const std::string& line) {
    return program
        .run("HOME=$PWD fish --no-config -c 'source completions; complete -C \"" + line + "\"' | cut -f1")
        .out;
  };
  CHECK(offered("clean-article --form") == "--format\n--formatting\n");
  CHECK(offered("clean-article --format ma") == "markdown\n");
  CHECK(offered("clean-article rules li") == "lint\nlist\n");
  CHECK(contains(offered("clean-article rules lint --verb"), "--verbose\n"));
  CHECK(!contains(offered("clean-article rules lint --time"), "--timeout"));
  CHECK(contains(offered("clean-article --time"), "--timeout"));
}

TEST_CASE("zsh reads its completions") {
  const testing::Program program;
  if (!has_program(program, "zsh")) return;
  program.write("_clean-article", zsh_completions());
  CHECK(program.run("zsh -fn _clean-article").exit_code == 0);
  // A shell in a terminal of its own: what stands on the line when TAB was pressed. The first exit may only
  // end that line.
  program.write("typed.zsh",
                "zmodload zsh/zpty\n"
                "zpty shell 'zsh -f -i'\n"
                "zpty -w shell 'PS1=; fpath=($PWD $fpath); autoload -U compinit; compinit -u -d $PWD/dump'\n"
                "zpty -w -n shell \"$1\"$'\\t'\n"
                "sleep 0.1\n"
                "zpty -w shell ''\n"
                "zpty -w shell 'exit'\n"
                "zpty -w shell 'exit'\n"
                "while zpty -r shell line; do print -r -- \"$line\"; done\n");
  const auto typed = [&](const std::string& line) {
    return program.run("timeout 20 zsh -f typed.zsh '" + line + "'").out;
  };
  CHECK(contains(typed("echo clean-article; clean-article --generate fi"), "--generate fish"));
  CHECK(contains(typed("clean-article rules fini"), "rules finish"));
  CHECK(contains(typed("clean-article --allow-pri"), "--allow-private"));
}

}  // namespace
}  // namespace clean_article::cli
