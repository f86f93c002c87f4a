// Bytes that ought to be UTF-8 made so.
#pragma once

#include <string>

namespace clean_article::text {

// The same, each malformed sequence as U+FFFD.
std::string valid_utf8(std::string bytes);

}  // namespace clean_article::text
