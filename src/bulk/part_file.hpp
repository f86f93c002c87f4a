// The temporary file that an output is written to before it takes its name. Each output has one of its own,
// whose name follows from the output's: what a run leaves that is killed is found and used again by the next.
#pragma once

#include <filesystem>

namespace clean_article::bulk {

// ".clean-article-HASH.part" beside `path`.
std::filesystem::path part_of(const std::filesystem::path& path);

// Opens it for writing, with what is in it, and locks it. Where somebody else has it locked, or it belongs to
// somebody else, another name is chosen. -1 and errno when that fails.
int open_part(const std::filesystem::path& path, std::filesystem::path& part);

}  // namespace clean_article::bulk
