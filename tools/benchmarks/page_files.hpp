// The pages that a developer's tool is pointed at: files and folders, gzipped or not.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace clean_article {

// The files among `paths`, and the *.htm* files of the folders among them, sorted.
std::vector<std::filesystem::path> page_files(const std::vector<std::string>& paths);

// The bytes of a file, unzipped; nothing when it cannot be read.
std::string read_page(const std::filesystem::path& path);

}  // namespace clean_article
