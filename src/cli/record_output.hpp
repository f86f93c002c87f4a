// Where texts go that stand one behind the other in a file: all in one, or those of each input that holds
// many. Knows nothing of what they hold.
#pragma once

#include <optional>
#include <string>
#include <utility>

#include "bulk/bulk.hpp"
#include "cli/standard_output.hpp"
#include "cli/text_file.hpp"

namespace clean_article::cli {

struct FileRules {
  std::string path;
  std::uint64_t split_bytes = 0;  // a file of this size is followed by another one; 0: there is one file
  std::uint64_t member_bytes = kMemberBytes;
};

// All into one file, which appears when it is closed, or into several, numbered, each of which does.
class FileOutput : public Output {
 public:
  explicit FileOutput(FileRules rules) : rules_(std::move(rules)) {}
  bool write(std::string_view bytes) override;
  void end_text() override;
  bool close() override;
  bool is_empty() const override;
  void keep(std::uint64_t bytes) override { kept_ = bytes; }
  std::optional<std::uint64_t> place() const override;
  std::string path() const override;
  void leave() override;

 private:
  bool open();
  bool is_wanted(const Status& status);

  FileRules rules_;
  std::optional<TextFile> file_;
  std::uint64_t kept_ = 0;
  unsigned number_ = 1;
  bool is_left_ = false;
};

// Where the output of an input that holds many lies, by the target that it had as a page.
struct RecordNames {
  std::string page_ending;  // ".txt"
  std::string ending;       // ".jsonl"
  std::string target(const std::string& page_target) const;
};

// One file for each input that holds records, by its target in the folder; it appears when the input ends.
class FolderOutput : public Output {
 public:
  FolderOutput(const bulk::FolderSink& sink, RecordNames names, std::uint64_t member_bytes)
      : sink_(sink), names_(std::move(names)), member_bytes_(member_bytes) {}
  void turn_to(const bulk::Input& input) override;
  void end_input() override { close(); }
  bool write(std::string_view bytes) override;
  void end_text() override;
  bool close() override;
  bool is_empty() const override { return !file_ || (file_->bytes() == 0 && file_->place()); }
  void keep(std::uint64_t bytes) override { kept_ = bytes; }
  std::optional<std::uint64_t> place() const override { return file_ ? file_->place() : std::nullopt; }
  std::string path() const override { return target_.empty() ? "" : sink_.path(names_.target(target_)); }
  void leave() override;

 private:
  bool is_wanted(const Status& status);

  const bulk::FolderSink& sink_;
  RecordNames names_;
  std::uint64_t member_bytes_;
  std::string target_;
  std::optional<TextFile> file_;
  std::uint64_t kept_ = 0;
  bool is_left_ = false;
};

}  // namespace clean_article::cli
