// The program from its arguments to its exit code: reads what is asked for, joins the floors below, and
// leaves the work to them.
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <exception>
#include <filesystem>
#include <memory>
#include <new>
#include <optional>
#include <thread>
#include <utility>

#include "bulk/bulk.hpp"
#include "cleaner/cleaner.hpp"
#include "cli/args.hpp"
#include "cli/cli.hpp"
#include "cli/commands.hpp"
#include "cli/generate.hpp"
#include "cli/interrupt.hpp"
#include "cli/options.hpp"
#include "cli/page.hpp"
#include "cli/record_output.hpp"
#include "cli/report.hpp"
#include "cli/rules.hpp"
#include "cli/standard_output.hpp"

namespace clean_article::cli {
namespace {

int refuse(std::string_view message) {
  complain(message);
  return kCannotRun;
}

int refuse_usage(const std::string& message, const std::string& words = "") {
  note("clean-article: " + printable(message) + "\n'clean-article " + words + "--help' tells more.");
  return kCannotRun;
}

// The words of the command whose help tells more: "rules lint ".
std::string help_words(const std::vector<std::string>& words) {
  if (words.empty() || words[0] != "rules") return "";
  return words.size() > 1 && command_named(words[1]) != nullptr ? "rules " + words[1] + " " : "rules ";
}

int print(const std::string& text) {
  StandardOutput out;
  if (out.write(text)) out.close();
  return out.error().empty() ? kAllWell : refuse(out.error());
}

// Where the outputs go, by what the user asked for; empty for standard output. A folder is put into `folder`,
// which must outlive the store.
using Store = std::function<Status(const bulk::Input&, std::string_view)>;

Result<Store> choose_store(const Args& args, bulk::Sources& sources,
                           std::optional<bulk::FolderSink>& folder) {
  if (!args.output_file.empty()) {
    if (!sources.folders().empty()) {
      return Error{ErrorKind::kUsage, "option '--output-file' is for one page, and '" +
                                          sources.folders().front() +
                                          "' is a folder; use '--output-dir DIR'"};
    }
    if (bulk::is_one_of(args.output_file, sources.files())) {
      return Error{ErrorKind::kUsage, "'" + args.output_file + "' is the input; it would be overwritten"};
    }
    return Store([&args](const bulk::Input&, std::string_view text) -> Status {
      Status written = bulk::write_file(args.output_file, text);
      // There is only one output: whatever is wrong with it ends the run.
      if (!written.ok()) return Error{ErrorKind::kOutput, written.error().message};
      return written;
    });
  }
  if (args.output_folder.empty()) return Store();

  Result<bulk::FolderSink> sink =
      bulk::FolderSink::create(args.output_folder, {sources.files(), sources.folders()});
  if (!sink.ok()) {
    return Error{sink.error().kind, "output folder '" + args.output_folder + "' " + sink.error().message};
  }
  sources.keep_out_of(args.output_folder);
  folder = std::move(*sink);
  return Store(
      [&folder](const bulk::Input& input, std::string_view text) { return folder->put(input.target, text); });
}

// What the format puts around pages; nothing around the tables of --explain.
render::Frame frame_of(const Args& args) {
  const render::FormatRow& row = render::row_of(args.style.format);
  return row.frame == nullptr || args.explain ? render::Frame() : row.frame();
}

Store with_head(Store store, const render::Frame& frame) {
  if (!frame.heads_files || frame.head.empty()) return store;
  return [store = std::move(store), head = frame.head](const bulk::Input& input, std::string_view text) {
    return store(input, head + std::string(text));
  };
}

// How the outputs stand on standard output, where they go there.
ReportStyle report_style(const Args& args, bool several) {
  // Names above the outputs are for people: formats for programs go on without.
  const bool is_named = render::row_of(args.style.format).stream == render::Stream::kNamed || args.explain;
  ReportStyle style{several && is_named, args.verbose, frame_of(args)};
  const bool is_printed = args.output_folder.empty() && args.output_file.empty();
  if (!is_printed || (!several && !style.frame.heads_files)) style.frame = {};
  return style;
}

// What --output is, a folder or a file.
void settle_output(const bulk::Sources& sources, Args& args) {
  if (args.output.empty()) return;
  std::error_code error;
  const bool is_folder =
      sources.several() || args.output.ends_with('/') || std::filesystem::is_directory(args.output, error);
  (is_folder ? args.output_folder : args.output_file) = args.output;
}

// Records are for programs: where no format was asked for, each is a line of JSON.
render::Style style_of_records(const Args& args) {
  render::Style style = args.style;
  if (!args.format_given && !args.explain) style.format = render::Format::kJsonLines;
  return style;
}

// The cleaners of one thread: of pages, and of records.
class ThreadCleaner {
 public:
  ThreadCleaner(const Cleaner& first, const Args& args)
      : first_(first), args_(args), style_(style_of_records(args)) {}

  bulk::CleanedPage clean(const bulk::LoadedPage& page) {
    std::unique_ptr<Cleaner>& cleaner = page.is_record ? of_records_ : of_pages_;
    if (!cleaner) cleaner = std::make_unique<Cleaner>(page.is_record ? first_.fork(style_) : first_.fork());
    return cli::clean(*cleaner, page, args_);
  }

 private:
  const Cleaner& first_;
  const Args& args_;
  render::Style style_;
  std::unique_ptr<Cleaner> of_pages_, of_records_;
};

// Where what is not stored goes: pages that nobody wants in files, and records.
std::unique_ptr<Output> choose_output(const Args& args, const std::optional<bulk::FolderSink>& folder,
                                      bool records_to_file) {
  if (records_to_file) return std::make_unique<FileOutput>(args.output_file);
  if (!folder) return std::make_unique<StandardOutput>();
  const render::Format format = style_of_records(args).format;
  return std::make_unique<FolderOutput>(*folder, std::string(render::row_of(format).ending));
}

int clean_all(Args args) {
  const std::string ending(args.explain ? ".txt" : render::row_of(args.style.format).ending);
  bulk::Sources sources(args.inputs, ending, links_out(args));
  settle_output(sources, args);

  Result<Cleaner> first_cleaner = make_cleaner(args);
  if (first_cleaner.ok() && args.learn_templates)
    first_cleaner = learn_templates(std::move(*first_cleaner), args);
  if (!first_cleaner.ok()) return refuse(printable(first_cleaner.error().message));

  std::optional<bulk::FolderSink> folder;
  Result<Store> store = choose_store(args, sources, folder);
  if (!store.ok()) {
    return store.error().kind == ErrorKind::kUsage ? refuse_usage(store.error().message)
                                                   : refuse(printable(store.error().message));
  }

  const bulk::Holding holding = args.json_lines                 ? bulk::Holding::kJsonLines
                                : args.from != InputForm::kAuto ? bulk::Holding::kOnePage
                                                                : bulk::Holding::kToldByBytes;
  bulk::Pages pages(sources, holding, args.max_bytes);
  const bool several = pages.several();
  const bool to_file = !args.output_file.empty() && pages.begins_with_record();
  const std::unique_ptr<Output> out = choose_output(args, folder, to_file);
  ReportStyle style = report_style(args, several);
  style.lines = !args.explain && style_of_records(args).format == render::Format::kJsonLines;
  style.names = args.names;
  if (to_file) style.frame = frame_of(args);
  Report report(style, *out);
  bulk::Steps steps;
  steps.next = [&] { return interrupt_signal() == 0 ? pages.next() : std::nullopt; };
  steps.load = [&](const bulk::Input& input) { return load(input, *first_cleaner, args); };
  steps.make_cleaner = [&]() -> bulk::CleanPage {
    auto cleaner = std::make_shared<ThreadCleaner>(*first_cleaner, args);
    return [cleaner](const bulk::LoadedPage& page) { return cleaner->clean(page); };
  };
  if (*store) steps.store = with_head(std::move(*store), frame_of(args));
  steps.report = [&](bulk::Outcome&& outcome) { return report.take(outcome); };

  const bool is_written = !args.output_folder.empty() || to_file;
  if (is_written) note_interrupts();
  const auto begin = std::chrono::steady_clock::now();
  const unsigned jobs = args.jobs > 0 ? args.jobs : std::max(std::thread::hardware_concurrency(), 1u);
  bulk::run(steps, several ? jobs : 1);
  const auto time = std::chrono::steady_clock::now() - begin;

  report.finish();
  // What was interrupted is not whole: a file of it never appears.
  if (interrupt_signal() == 0) out->close();
  if (!out->error().empty()) complain(out->error());
  const bool is_bulk = is_written || !sources.folders().empty() || pages.begins_with_record();
  const bool any_page = report.totals().pages > 0 || report.totals().folders == 0;
  if (is_bulk && any_page && !args.quiet && !out->is_broken()) {
    const char* const begun = interrupt_signal() == 0 ? "" : "interrupted: ";
    note(begun + summary(report.totals(), time));
  }
  return interrupt_signal() == 0 ? report.exit_code() : kInterrupted + interrupt_signal();
}

// "help" and "version" are commands of other programs.
std::string option_meant_by(const std::vector<std::string>& inputs) {
  if (inputs.size() != 1 || (inputs[0] != "help" && inputs[0] != "version")) return "";
  std::error_code error;
  return std::filesystem::exists(inputs[0], error) ? "" : "--" + inputs[0];
}

int run_words(const std::vector<std::string>& words) {
  Result<Args> args = parse_args(words);
  if (!args.ok()) return refuse_usage(args.error().message, help_words(words));
  const Command* command = args->inputs.empty() ? nullptr : command_named(args->inputs[0]);
  if (!args->generate.empty() && (args->generate != "man" || args->action == Action::kHelp))
    return print(generated(args->generate));
  if (!args->generate.empty()) return print(command == nullptr ? rules_manual() : command_manual(*command));
  if (args->action == Action::kHelp) return print(help_text());
  if (args->action == Action::kRulesHelp)
    return print(command == nullptr ? commands_help() : command_help(*command));
  if (args->action == Action::kVersion) return print(version_text());
  for (const std::string& folder : args->rules_folders) {
    std::error_code error;
    if (!std::filesystem::is_directory(folder, error)) {
      return refuse_usage("option '--rules' needs a folder, and '" + folder + "' is none");
    }
  }
  if (args->action == Action::kRules) {
    const RulesAnswer answer = run_rules(*args);
    if (answer.is_usage) return refuse_usage(answer.error, help_words(words));
    if (!answer.error.empty()) complain(printable(answer.error));
    const int printed = print(answer.text);
    return printed == kAllWell ? answer.exit_code : printed;
  }
  if (args->inputs.empty()) {
    if (::isatty(STDIN_FILENO) == 1) {
      note(usage_text());
      return kCannotRun;
    }
    args->inputs.emplace_back("-");
  }
  if (const std::string meant = option_meant_by(args->inputs); !meant.empty())
    return refuse_usage("there is no file '" + args->inputs[0] + "'; did you mean '" + meant + "'?");
  return clean_all(std::move(*args));
}

}  // namespace

int run(int argc, char** argv) {
  settle_streams();
  try {
    return run_words({argv + std::min(argc, 1), argv + argc});
  } catch (const std::bad_alloc&) {
    // There may be no memory for a string either.
    static_cast<void>(bulk::write_all(STDERR_FILENO, "clean-article: out of memory\n"));
    return kCannotRun;
  } catch (const std::exception& e) {
    return refuse(std::string("internal error: ") + e.what());
  }
}

}  // namespace clean_article::cli
