#include "cli/words.hpp"

#include <algorithm>
#include <boost/program_options.hpp>
#include <utility>

#include "cli/options.hpp"
#include "render/render.hpp"

namespace clean_article::cli {
namespace {

namespace po = boost::program_options;

// Whether a word is an option of this program, as it is spelled without a value.
bool is_option(std::string_view word) {
  return std::any_of(options().begin(), options().end(), [&](const Option& option) {
    return (word.starts_with("--") && word.substr(2) == option.name) ||
           (option.letter != '\0' && word.size() == 2 && word[0] == '-' && word[1] == option.letter);
  });
}

std::string no_such_option(std::string_view given) {
  given = given.substr(0, given.find('='));
  if (!given.starts_with("--")) {
    // A long name behind one hyphen: "-help".
    const std::string_view meant = given.size() > 3 ? nearest_option(given.substr(1)) : "";
    if (!meant.empty())
      return "there is no option " + in_quotes(given) + "; did you mean '--" + std::string(meant) + "'?";
    // Of letters in a row the first that is none is at fault.
    std::size_t at = 1;
    while (at + 1 < given.size() && is_option(std::string{'-', given[at]})) ++at;
    const char other_case = static_cast<char>(given[at] ^ 0x20);  // of a letter of ASCII
    const std::string swapped{'-', other_case};
    return "there is no option " + in_quotes(std::string{'-', given[at]}) +
           (is_option(swapped) ? "; did you mean " + in_quotes(swapped) + "?" : "");
  }
  const std::string_view nearest = nearest_option(given.substr(2));
  const std::string hint = nearest.empty() ? "" : "; did you mean '--" + std::string(nearest) + "'?";
  return "there is no option " + in_quotes(given) + hint;
}

}  // namespace

Error usage(std::string message) {
  return {ErrorKind::kUsage, std::move(message)};
}

std::string in_quotes(std::string_view word) {
  return "'" + std::string(word) + "'";
}

namespace {

po::options_description description_of_options() {
  po::options_description description;
  for (const Option& option : options()) {
    std::string names(option.name);
    if (option.letter != '\0') names += std::string{',', option.letter};
    if (option.takes == Takes::kNothing) {
      description.add_options()(names.c_str(), "");
    } else if (option.takes == Takes::kOneValue) {
      description.add_options()(names.c_str(), po::value<std::string>(), "");
    } else {
      description.add_options()(names.c_str(), po::value<std::vector<std::string>>(), "");
    }
  }
  description.add_options()(kInputs, po::value<std::vector<std::string>>(), "");
  return description;
}

// Adds the options among the words to those that are there, and lets these stand.
Status store_words(const std::vector<std::string>& words, po::variables_map& values) {
  const po::options_description description = description_of_options();
  po::positional_options_description positional;
  positional.add(kInputs, -1);
  constexpr int kStyle = po::command_line_style::unix_style & ~po::command_line_style::allow_guessing;
  try {
    const po::parsed_options parsed =
        po::command_line_parser(words).options(description).positional(positional).style(kStyle).run();
    for (const auto& option : parsed.options) {
      // "-o --quiet" forgot the folder; who has one of that name says "--output-dir=--quiet".
      if (option.original_tokens.size() == 2 && is_option(option.original_tokens[1])) {
        return usage("option '--" + option.string_key + "' needs a value");
      }
    }
    po::store(parsed, values);
    return Done{};
  } catch (const po::unknown_option& e) {
    return usage(no_such_option(e.get_option_name()));
  } catch (const po::multiple_occurrences& e) {
    return usage("option " + in_quotes(e.get_option_name()) + " is given twice");
  } catch (const po::invalid_command_line_syntax& e) {
    const std::string option = in_quotes(e.get_option_name());
    if (e.kind() == po::invalid_syntax::extra_parameter) return usage("option " + option + " takes no value");
    return usage("option " + option + " needs a value");
  } catch (const po::error& e) {
    return usage(e.what());
  }
}

// Options of which one is as good as another: one on the command line takes the place of those in the file.
std::vector<std::string> rivals_of(const std::string& name) {
  std::vector<std::string> formats = {"format"};
  for (const render::FormatRow& row : render::formats())
    if (!row.flag.empty()) formats.emplace_back(row.flag);
  for (const std::vector<std::string>& rivals :
       {formats, std::vector<std::string>{"output", "output-dir", "output-file"},
        std::vector<std::string>{"precision", "recall"}})
    if (std::find(rivals.begin(), rivals.end(), name) != rivals.end()) return rivals;
  return {name};
}

bool is_given(const po::variables_map& values, const std::string& name) {
  const std::vector<std::string> rivals = rivals_of(name);
  return std::any_of(rivals.begin(), rivals.end(),
                     [&](const std::string& rival) { return values.count(rival) > 0; });
}

}  // namespace

Result<po::variables_map> read_words(const std::vector<std::string>& words,
                                     const std::vector<ConfigWord>& defaults) {
  po::variables_map values;
  if (const Status stored = store_words(words, values); !stored.ok()) return stored.error();
  std::vector<std::string> taken;
  for (const ConfigWord& given : defaults) {
    const auto wrong = [&](const std::string& why) { return usage(given.place + ": " + why); };
    if (given.name == "help" || given.name == "version")
      return wrong("option '--" + given.name + "' belongs on the command line");
    po::variables_map alone;
    if (const Status stored = store_words({given.word}, alone); !stored.ok())
      return wrong(stored.error().message);
    if (!is_given(values, given.name)) taken.push_back(given.word);
  }
  if (const Status stored = store_words(taken, values); !stored.ok()) return stored.error();
  return values;
}

}  // namespace clean_article::cli
