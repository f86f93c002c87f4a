// Where outputs go and how they stand there, by what the user asked for. Writes nothing itself.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "bulk/bulk.hpp"
#include "cli/args.hpp"
#include "cli/record_output.hpp"
#include "cli/report.hpp"

namespace clean_article::cli {

// Stores the text of a page; empty where it is not stored but reported.
using Store = std::function<Status(const bulk::Input&, std::string_view)>;

// What --output is, a folder or a file.
void settle_output(const bulk::Sources& sources, Args& args);

// The folder of the outputs, made where there is none; nothing where they go elsewhere.
Result<std::optional<bulk::FolderSink>> make_folder(const Args& args, bulk::Sources& sources);

// A file that a run writes as a whole, and the option that names it.
struct WrittenFile {
  std::string option;
  std::string path;
};
std::vector<WrittenFile> written_files(const Args& args);

// Whether these may be written: none is an input or a list of inputs, and no two are one.
Status check_files(const Args& args, const bulk::Sources& sources);

// `folder` and `args` must outlive the store.
Store choose_store(const Args& args, const std::optional<bulk::FolderSink>& folder);

// Where the texts go that are not stored. `to_file`: all to the output file.
std::unique_ptr<Output> choose_output(const Args& args, const std::optional<bulk::FolderSink>& folder,
                                      bool to_file);

ReportStyle report_style(const Args& args, bool several, bool to_file);

// Records are for programs: where no format was asked for, each is a line of JSON.
render::Style style_of_records(const Args& args);

// Of the outputs of pages, and of inputs that hold many.
RecordNames record_names(const Args& args);

}  // namespace clean_article::cli
