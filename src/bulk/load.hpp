// Bytes of files and pipes. Owns what may be opened and how much is read; knows nothing of their content.
#pragma once

#include <cstddef>
#include <string>

#include "base/base.hpp"
#include "bulk/input.hpp"
#include "records/records.hpp"

namespace clean_article::bulk {

// Notes by what a file is known to be unchanged, where the input is one.
void stamp(Input& input);

// The bytes of a regular file. Anything else is an error at once, without waiting: a FIFO without a writer,
// a terminal, a folder.
Result<std::string> read_file(const std::string& path, std::size_t max_bytes);

// The bytes of an open descriptor up to its end.
Result<std::string> read_stream(int descriptor, std::size_t max_bytes);

// The bytes behind a path that stands for an open descriptor, as the shell's <(command) gives.
Result<std::string> read_stream_at(const std::string& path, std::size_t max_bytes);

// The bytes of a stream whose beginning has been read, decompressed where it is compressed.
Result<std::string> read_stream(records::ByteStream& stream, std::size_t max_bytes);

// "is larger than the limit of 16 MiB (--max-bytes)"
Error too_large(std::size_t max_bytes);

// What an errno means, in words.
std::string system_message(int error_number);

}  // namespace clean_article::bulk
