// Completions for zsh, as a function of its completion system.
#include <string>

#include "cli/generate.hpp"
#include "cli/option_values.hpp"
#include "cli/options.hpp"

namespace clean_article::cli {
namespace {

// Inside single quotes of a specification of _arguments.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\'') {
      out += "'\\''";
      continue;
    }
    if (c == '[' || c == ']' || c == ':' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

std::string action_of(const Option& option) {
  const OptionValues values = values_of(option);
  switch (values.kind) {
    case ValueKind::kWords: {
      std::string words;
      for (const std::string& word : values.words) words += (words.empty() ? "" : " ") + word;
      return "(" + words + ")";
    }
    case ValueKind::kFile:
      return "_files";
    case ValueKind::kFolder:
      return "_files -/";
    case ValueKind::kAny:
      break;
  }
  return " ";
}

// '(-o --output)'{-o+,--output=}'[what it does]:PATH:_files'
std::string specification(const Option& option) {
  const bool has_value = option.takes != Takes::kNothing;
  const std::string name = "--" + std::string(option.name) + (has_value ? "=" : "");
  const std::string letter = std::string{'-', option.letter} + (has_value ? "+" : "");
  const bool repeats = option.takes == Takes::kManyValues;
  std::string tail = "[" + escaped(first_clause(option.help)) + "]";
  if (has_value) tail += ":" + escaped(option.argument) + ":" + action_of(option);
  if (option.letter == '\0') return "'" + std::string(repeats ? "*" : "") + name + tail + "'";
  const std::string bare = "-" + std::string{option.letter} + " --" + std::string(option.name);
  return (repeats ? "'*'" : "'(" + bare + ")'") + "{" + letter + "," + name + "}'" + tail + "'";
}

std::string arguments_of(const Command* command, std::string_view indent) {
  std::string out;
  for (const Option& option : options())
    if (command == nullptr || takes_option(*command, option))
      out.append(indent).append(specification(option)).append(" \\\n");
  return out.append(indent).append("'*:INPUT:_files'\n");
}

}  // namespace

std::string zsh_completions() {
  std::string out =
      "#compdef clean-article\n"
      "# zsh completion, made by clean-article --generate zsh\n"
      "\n"
      "_clean_article() {\n"
      "  local -a commands=(\n";
  for (const Command& command : commands())
    out += "    '" + std::string(command.name) + ":" + escaped(command.brief) + "'\n";
  out +=
      "  )\n"
      "  if ((CURRENT > 2)) && [[ $words[2] == rules ]]; then\n"
      "    if ((CURRENT == 3)); then\n"
      "      _describe 'rules command' commands\n"
      "      return\n"
      "    fi\n"
      "    local command=$words[3]\n"
      "    shift 2 words\n"
      "    ((CURRENT -= 2))\n"
      "    case $command in\n";
  for (const Command& command : commands())
    out += "      " + std::string(command.name) + ")\n        _arguments -s -S \\\n" +
           arguments_of(&command, "          ") + "        ;;\n";
  out += "    esac\n    return\n  fi\n";
  out += "  ((CURRENT > 2)) || compadd rules\n  _arguments -s -S \\\n" + arguments_of(nullptr, "    ");
  return out +
         "}\n"
         "\n"
         "if [[ $funcstack[1] == _clean_article || $funcstack[1] == _clean-article ]]; then\n"
         "  _clean_article \"$@\"\n"
         "else\n"
         "  compdef _clean_article clean-article\n"
         "fi\n";
}

}  // namespace clean_article::cli
