// Completions for bash. They need nothing but bash itself.
#include <string>

#include "cli/generate.hpp"
#include "cli/option_values.hpp"
#include "cli/options.hpp"

namespace clean_article::cli {
namespace {

std::string spellings(const Option& option, std::string_view between) {
  const std::string name = "--" + std::string(option.name);
  return option.letter == '\0' ? name : name + std::string(between) + std::string{'-', option.letter};
}

// The answer to "what may stand behind this option".
std::string answer_of(const Option& option) {
  const OptionValues values = values_of(option);
  std::string words;
  for (const std::string& word : values.words) words += (words.empty() ? "" : " ") + word;
  switch (values.kind) {
    case ValueKind::kWords:
      return "_clean_article_words '" + words + "'";
    case ValueKind::kFile:
      return "_clean_article_paths -f";
    case ValueKind::kFolder:
      return "_clean_article_paths -d";
    case ValueKind::kAny:
      break;
  }
  return ":";
}

std::string options_of(const Command* command) {
  std::string words;
  for (const Option& option : options())
    if (command == nullptr || takes_option(*command, option))
      words += (words.empty() ? "" : " ") + spellings(option, " ");
  return words;
}

constexpr std::string_view kHead =
    R"(# bash completion for clean-article, made by clean-article --generate bash

_clean_article_words() {
  mapfile -t COMPREPLY < <(compgen -W "$1" -- "$current")
}

_clean_article_paths() {
  compopt -o filenames 2> /dev/null
  mapfile -t COMPREPLY < <(compgen "$1" -- "$current")
}

_clean_article() {
  local current=${COMP_WORDS[COMP_CWORD]} option=${COMP_WORDS[COMP_CWORD - 1]} place=$COMP_CWORD
  COMPREPLY=()
  # "--format=md" is three words to bash.
  if [[ $current == = ]]; then
    current=
  elif [[ $option == = && $place -gt 1 ]]; then
    option=${COMP_WORDS[place - 2]}
  fi
)";

}  // namespace

std::string bash_completions() {
  std::string out(kHead);
  out += "  case $option in\n";
  for (const Option& option : options())
    if (option.takes != Takes::kNothing)
      out += "    " + spellings(option, "|") + ") " + answer_of(option) + "; return ;;\n";
  out += "  esac\n  if [[ ${COMP_WORDS[1]} == rules && $place -gt 1 ]]; then\n";
  std::string names;
  for (const Command& command : commands()) names += (names.empty() ? "" : " ") + std::string(command.name);
  out +=
      "    if ((place == 2)); then\n      _clean_article_words '" + names +
      " --help'\n      return\n    fi\n    if [[ $current == -* ]]; then\n      case ${COMP_WORDS[2]} in\n";
  for (const Command& command : commands())
    out +=
        "        " + std::string(command.name) + ") _clean_article_words '" + options_of(&command) + "' ;;\n";
  out += "      esac\n      return\n    fi\n  elif [[ $current == -* ]]; then\n    _clean_article_words '" +
         options_of(nullptr) + "'\n    return\n  fi\n  _clean_article_paths -f\n";
  out += "  ((place > 1)) || [[ -z $current || rules != \"$current\"* ]] || COMPREPLY+=(rules)\n";
  out += "}\n\ncomplete -F _clean_article clean-article\n";
  return out;
}

}  // namespace clean_article::cli
