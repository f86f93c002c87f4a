#include "page_files.hpp"

#include <zlib.h>

#include <algorithm>
#include <array>

namespace clean_article {

namespace fs = std::filesystem;

std::vector<fs::path> page_files(const std::vector<std::string>& paths) {
  std::vector<fs::path> files;
  for (const fs::path path : paths) {
    if (!fs::is_directory(path)) {
      files.push_back(path);
      continue;
    }
    for (const auto& entry : fs::recursive_directory_iterator(path)) {
      const bool page = entry.path().filename().string().find(".htm") != std::string::npos;
      if (entry.is_regular_file() && page) files.push_back(entry.path());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string read_page(const fs::path& path) {
  std::string bytes;
  gzFile file = gzopen(path.c_str(), "rb");  // plain files pass through
  if (file == nullptr) return bytes;
  std::array<char, 1 << 16> buffer;
  for (int got = 0; (got = gzread(file, buffer.data(), buffer.size())) > 0;) {
    bytes.append(buffer.data(), static_cast<std::size_t>(got));
  }
  gzclose(file);
  return bytes;
}

}  // namespace clean_article
