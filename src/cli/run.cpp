// The program from its arguments to its exit code: reads what is asked for, joins the floors below, and
// leaves the work to them.
#include <unistd.h>

#include <algorithm>
#include <clocale>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <new>
#include <utility>

#include "cli/args.hpp"
#include "cli/clean_all.hpp"
#include "cli/cli.hpp"
#include "cli/commands.hpp"
#include "cli/config.hpp"
#include "cli/generate.hpp"
#include "cli/log.hpp"
#include "cli/options.hpp"
#include "cli/report.hpp"
#include "cli/rules.hpp"
#include "cli/standard_output.hpp"

namespace clean_article::cli {
namespace {

// The words of the command whose help tells more: "rules lint ".
std::string help_words(const std::vector<std::string>& words) {
  if (words.empty() || words[0] != "rules") return "";
  return words.size() > 1 && command_named(words[1]) != nullptr ? "rules " + words[1] + " " : "rules ";
}

int print(const std::string& text) {
  StandardOutput out;
  if (out.write(text)) out.close();
  return out.error().empty() ? kAllWell : refuse(out.error());
}

// "help" and "version" are commands of other programs.
std::string option_meant_by(const std::vector<std::string>& inputs) {
  if (inputs.size() != 1 || (inputs[0] != "help" && inputs[0] != "version")) return "";
  std::error_code error;
  return std::filesystem::exists(inputs[0], error) ? "" : "--" + inputs[0];
}

// The user's own defaults.
Result<std::vector<ConfigWord>> read_config(const std::vector<std::string>& words) {
  constexpr std::size_t kMostBytes = std::size_t{1} << 20;
  if (std::find(words.begin(), words.end(), "--no-config") != words.end()) return std::vector<ConfigWord>();
  const std::string path = config_path([](const char* name) -> const char* { return std::getenv(name); });
  if (path.empty()) return std::vector<ConfigWord>();
  Result<std::string> text = bulk::read_file(path, kMostBytes);
  if (!text.ok())
    return Error{ErrorKind::kUsage, "the file of defaults " + path + ": " + text.error().message};
  return config_words(*text, path);
}

// Whether messages are to be JSON, of words that make no sense otherwise.
bool wants_json_log(const std::vector<std::string>& words, const std::vector<ConfigWord>& defaults) {
  constexpr std::string_view kOption = "--log-format";
  std::string form;
  for (const ConfigWord& word : defaults)
    if (word.name == "log-format") form = word.word.substr(word.word.find('=') + 1);
  for (std::size_t i = 0; i < words.size() && words[i] != "--"; ++i) {
    if (words[i] == kOption && i + 1 < words.size())
      form = words[i + 1];
    else if (words[i].starts_with(std::string(kOption) + "="))
      form = words[i].substr(kOption.size() + 1);
  }
  return form == "json";
}

int run_words(const std::vector<std::string>& words) {
  const Result<std::vector<ConfigWord>> defaults = read_config(words);
  if (!defaults.ok()) {
    if (wants_json_log(words, {})) log_as_json();
    return refuse(defaults.error().message);
  }
  Result<Args> args = parse_args(words, *defaults);
  if (args.ok() ? args->log_as_json : wants_json_log(words, *defaults)) log_as_json();
  if (!args.ok()) return refuse_usage(args.error().message, help_words(words));
  const Command* command = args->inputs.empty() ? nullptr : command_named(args->inputs[0]);
  if (!args->generate.empty() && (args->generate != "man" || args->action == Action::kHelp))
    return print(generated(args->generate));
  if (!args->generate.empty()) return print(command == nullptr ? rules_manual() : command_manual(*command));
  if (args->action == Action::kHelp) return print(help_text());
  if (args->action == Action::kRulesHelp)
    return print(command == nullptr ? commands_help() : command_help(*command));
  if (args->action == Action::kVersion) return print(version_text());
  for (const std::string& folder : args->rules_folders) {
    std::error_code error;
    if (!std::filesystem::is_directory(folder, error)) {
      return refuse_usage("option '--rules' needs a folder, and '" + folder + "' is none");
    }
  }
  if (args->action == Action::kRules) {
    const RulesAnswer answer = run_rules(*args);
    if (answer.is_usage) return refuse_usage(answer.error, help_words(words));
    if (!answer.error.empty()) complain(printable(answer.error));
    const int printed = print(answer.text);
    return printed == kAllWell ? answer.exit_code : printed;
  }
  if (args->inputs.empty() && args->lists.empty()) {
    if (::isatty(STDIN_FILENO) == 1) {
      note(usage_text());
      return kCannotRun;
    }
    args->inputs.emplace_back("-");
  }
  if (const std::string meant = option_meant_by(args->inputs); !meant.empty())
    return refuse_usage("there is no file '" + args->inputs[0] + "'; did you mean '" + meant + "'?");
  return clean_all(std::move(*args));
}

}  // namespace

int run(int argc, char** argv) {
  settle_streams();
  // Names are UTF-8 whatever the user's language: libarchive and globs ask the locale.
  static_cast<void>(std::setlocale(LC_CTYPE, "C.UTF-8"));
  try {
    return run_words({argv + std::min(argc, 1), argv + argc});
  } catch (const std::bad_alloc&) {
    // There may be no memory for a string either.
    static_cast<void>(bulk::write_all(STDERR_FILENO, "clean-article: out of memory\n"));
    return kCannotRun;
  } catch (const std::exception& e) {
    return refuse(std::string("internal error: ") + e.what());
  }
}

}  // namespace clean_article::cli
