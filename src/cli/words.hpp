// The words of a command line, sorted into options with their values and INPUTs. Owns the parsing library,
// and what is said of words that fit no option; what the values mean is that of values.hpp and args.cpp.
#pragma once

#include <boost/program_options/variables_map.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "base/base.hpp"
#include "cli/config.hpp"

namespace clean_article::cli {

// Under this name stand the INPUTs; the space keeps anybody from typing it as an option.
inline constexpr const char* kInputs = " inputs";

// The words as read, values still as strings, or what is wrong with them (kUsage). Of the `defaults` those
// count that the words say nothing of.
Result<boost::program_options::variables_map> read_words(const std::vector<std::string>& words,
                                                         const std::vector<ConfigWord>& defaults = {});

Error usage(std::string message);
std::string in_quotes(std::string_view word);

}  // namespace clean_article::cli
