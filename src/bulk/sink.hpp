// Where outputs go. Owns atomic files, the mirror of names below the output folder, and the rule that no
// input is ever overwritten. Knows nothing of what it writes.
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/base.hpp"
#include "bulk/input.hpp"

namespace clean_article::bulk {

// Writes a file whole or not at all: to a temporary file in the same folder, which then takes its name.
// What exists and is no regular file (a device, a pipe) is written to as it is.
Status write_file(const std::string& path, std::string_view bytes);

// A file that is written piece by piece and appears when it is whole.
class GrowingFile {
 public:
  static Result<GrowingFile> create(const std::string& path);
  GrowingFile(GrowingFile&& other) noexcept;
  GrowingFile& operator=(GrowingFile&& other) noexcept;
  ~GrowingFile();  // what was not committed is gone

  Status append(std::string_view bytes);
  Status commit();

 private:
  GrowingFile() = default;
  std::string path_;
  std::string temporary_;  // "" where the file is written to as it is
  int file_ = -1;
};

// Writes to an open descriptor until all is written; 0, or the errno.
int write_all(int descriptor, std::string_view bytes);

// Whether no later output can fare better: a full or failing disk.
bool is_hopeless(int error_number);

// What must not be written to.
struct Inputs {
  std::vector<std::string> files;
  std::vector<std::string> folders;
};

// A folder of outputs. Safe to use from several threads at once.
class FolderSink {
 public:
  // Makes the folder where there is none. Fails when it cannot, and when it is one of the input folders.
  static Result<FolderSink> create(const std::string& folder, const Inputs& inputs);

  // Writes the output of one input to `target` below the folder. kOutput: the disk is full or failing and
  // going on makes no sense; any other error concerns this output alone.
  Status put(const std::string& target, std::string_view bytes) const;

  // The same for an output that is written piece by piece.
  Result<GrowingFile> open(const std::string& target) const;

 private:
  FolderSink() = default;

  // The path of an output, where it may be written to.
  Result<std::filesystem::path> path_of(const std::string& target) const;

  std::filesystem::path folder_;
  std::filesystem::path real_folder_;
  std::set<FileId> input_files_;
  std::vector<std::filesystem::path> input_folders_;  // canonical; those the output folder is not inside of
};

// Whether writing to `path` would write over one of the files.
bool is_one_of(const std::string& path, const std::vector<std::string>& files);

}  // namespace clean_article::bulk
