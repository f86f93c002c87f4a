// Streams for tests, from bytes in a temporary file, and what readers find in them.
#pragma once

#include <fcntl.h>

#include <memory>
#include <string>
#include <vector>

#include "records/records.hpp"
#include "temp_folder.hpp"

namespace clean_article::testing {

inline std::shared_ptr<records::ByteStream> stream_of(std::string_view bytes) {
  const TempFolder folder;
  const std::string path = folder.write("stream", bytes);
  return std::make_shared<records::ByteStream>(::open(path.c_str(), O_RDONLY | O_CLOEXEC), true);
}

struct Found {
  std::vector<records::Record> records;
  std::vector<std::string> troubles;
};

inline Found read_all(std::string_view bytes, std::size_t max_page_bytes = std::size_t{1} << 20) {
  auto stream = stream_of(bytes);
  const records::StreamKind kind = records::kind_of(*stream);
  Found found;
  auto reader = records::open_reader(std::move(stream), kind, "file", max_page_bytes);
  if (reader == nullptr) return found;
  records::Record record;
  while (true) {
    const bool is_there = reader->next(record);
    if (std::string trouble = reader->trouble(); !trouble.empty()) found.troubles.push_back(trouble);
    if (!is_there) return found;
    found.records.push_back(record);
  }
}

}  // namespace clean_article::testing
