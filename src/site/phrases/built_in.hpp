// The files of rules/ as they were when the program was built. cmake/embed_rules.cmake writes the other half.
#pragma once

#include <span>
#include <string_view>

namespace clean_article::site {

struct BuiltInFile {
  std::string_view path;  // below rules/, e.g. "phrases/share.txt"
  std::string_view content;
};

std::span<const BuiltInFile> built_in_files();  // sorted by path

}  // namespace clean_article::site
