// Where the lines of records go when they do not go to standard output: into one file, or into one for each
// input. Knows nothing of what the lines hold.
#pragma once

#include <optional>
#include <string>

#include "bulk/bulk.hpp"
#include "cli/standard_output.hpp"

namespace clean_article::cli {

// All into one file, which appears when it is closed.
class FileOutput : public Output {
 public:
  explicit FileOutput(std::string path) : path_(std::move(path)) {}
  bool write(std::string_view bytes) override;
  bool close() override;

 private:
  std::string path_;
  std::optional<bulk::GrowingFile> file_;
};

// One file for each input that holds records, by its target in the folder; it appears when the input ends.
class FolderOutput : public Output {
 public:
  FolderOutput(const bulk::FolderSink& sink, std::string ending) : sink_(sink), ending_(std::move(ending)) {}
  void turn_to(const bulk::Input& input) override;
  bool write(std::string_view bytes) override;
  bool close() override;

 private:
  bool is_wanted(const Status& status);

  const bulk::FolderSink& sink_;
  std::string ending_;
  std::string target_;
  std::optional<bulk::GrowingFile> file_;
};

}  // namespace clean_article::cli
