// Reading what people write for the program: files of words, phrases and site rules. Knows nothing of what is
// in them.
#pragma once

#include <string>

#include "base/base.hpp"

namespace clean_article::site {

// The text of a file. An Error names it: kInput for a FIFO, a device, a folder, what cannot be read and what
// is no text; kTooLarge beyond kMostRuleFileBytes.
Result<std::string> read_list_file(const std::string& path);

}  // namespace clean_article::site
