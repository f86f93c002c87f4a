// What may stand behind an option, for whoever completes or checks command lines. Owns nothing of how options
// are read.
#pragma once

#include <string>
#include <vector>

#include "cli/options.hpp"

namespace clean_article::cli {

enum class ValueKind { kAny, kWords, kFile, kFolder };

struct OptionValues {
  ValueKind kind = ValueKind::kAny;
  std::vector<std::string> words;  // of kWords: all that are taken
};

OptionValues values_of(const Option& option);

}  // namespace clean_article::cli
