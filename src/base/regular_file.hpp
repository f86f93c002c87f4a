// Reading a file whole without waiting for it: what is no regular file is told and left alone. Knows nothing
// of what is in it.
#pragma once

#include <sys/types.h>

#include <cstddef>
#include <string>

#include "base/result.hpp"

namespace clean_article {

// "is a FIFO, not a regular file"; of what is none.
const char* what_is_irregular(mode_t mode);

// The bytes of a regular file, or of that behind a link. kInput when it is none or cannot be read, kTooLarge
// when it holds more than `most_bytes`. The message stands behind the file's name.
Result<std::string> read_regular_file(const std::string& path, std::size_t most_bytes);

}  // namespace clean_article
