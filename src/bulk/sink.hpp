// Where outputs go. Owns atomic files, the mirror of names below the output folder, and the rule that no
// input is ever overwritten. Knows nothing of what it writes.
#pragma once

#include <cstdint>
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
  // Keeps so many bytes of what an earlier run has left of it.
  static Result<GrowingFile> create(const std::string& path, std::uint64_t kept_bytes = 0);
  GrowingFile(GrowingFile&& other) noexcept;
  GrowingFile& operator=(GrowingFile&& other) noexcept;
  ~GrowingFile();  // what was not committed is gone, unless it was to be left

  Status append(std::string_view bytes);
  Status commit();

  // What is not committed stays for a later run, which goes on with it.
  void leave() { is_left_ = true; }

 private:
  GrowingFile() = default;
  std::string path_;
  std::string temporary_;  // "" where the file is written to as it is
  bool is_left_ = false;
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
  Result<GrowingFile> open(const std::string& target, std::uint64_t kept_bytes = 0) const;

  // The path that a target has.
  std::string path(const std::string& target) const { return (folder_ / target).string(); }

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
