// What is kept of the pages that are fetched: a WARC file of all that came (--warc), and the pages themselves
// (--save-html). May be used from several threads at once.
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "bulk/bulk.hpp"
#include "cli/args.hpp"
#include "cli/record_output.hpp"
#include "fetch/fetch.hpp"

namespace clean_article::cli {

class KeptPages {
 public:
  // Makes what the options ask for, next to these inputs and outputs.
  static Result<std::unique_ptr<KeptPages>> create(const Args& args, const bulk::Inputs& inputs);

  bool has_warc() const { return warc_ != nullptr; }

  // Adds an exchange to the WARC file. What goes wrong is told by error().
  void add(const fetch::Capture& capture);

  // Writes a page to its place in the folder.
  Status save(const bulk::Input& input, const fetch::Fetched& page) const;

  // The WARC file is whole.
  void close();

  // Why the WARC file cannot be written; "" where it can.
  std::string error() const;

 private:
  explicit KeptPages(RecordNames names) : names_(std::move(names)) {}
  void write(const std::string& record);

  RecordNames names_;
  std::optional<bulk::FolderSink> folder_;
  mutable std::mutex mutex_;  // of what follows
  std::unique_ptr<FileOutput> warc_;
};

}  // namespace clean_article::cli
