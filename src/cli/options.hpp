// The one table of the program's options: the parser and the help both read it, so that neither can know
// an option that the other does not.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace clean_article::cli {

enum class Takes { kNothing, kOneValue, kManyValues };

// The group of the options of fetching.
inline constexpr std::string_view kFetchingGroup = "Fetching URLs";
inline constexpr std::string_view kCrawlingGroup = "Fetching many URLs";

struct Option {
  std::string_view group;  // the heading it stands under in the help
  std::string_view name;   // long name, without "--"
  char letter;             // short name, '\0' when it has none
  Takes takes;
  std::string_view argument;  // what the value is called, "" when it takes none
  std::string_view help;      // one sentence, wrapped when printed
};

std::span<const Option> options();

const Option* option_named(std::string_view name);  // null where there is none

// The long name closest to a mistyped one, "" when none is near.
std::string_view nearest_option(std::string_view mistyped);

// The word of `words` closest to a mistyped one, "" when none is near.
std::string_view nearest_word(std::string_view mistyped, std::span<const std::string_view> words);

// The lines of an option in a help, and text between them; both wrapped to 80 columns.
void append_option(const Option& option, std::string& out);
void append_wrapped(std::string_view text, std::string& out);

// What the help says beside the options.
struct HelpParts {
  std::string_view description;  // paragraphs, wrapped
  std::string_view examples;     // a line each, indented, some with a remark
  std::string_view exit_code;
};
HelpParts help_parts();

std::string help_text();   // all of --help
std::string usage_text();  // the few lines for who gave nothing at all
std::string version_text();

}  // namespace clean_article::cli
