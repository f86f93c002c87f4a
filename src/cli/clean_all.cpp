#include "cli/clean_all.hpp"

#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <memory>
#include <optional>
#include <thread>
#include <utility>

#include "bulk/bulk.hpp"
#include "cleaner/cleaner.hpp"
#include "cli/crawled_inputs.hpp"
#include "cli/interrupt.hpp"
#include "cli/kept_pages.hpp"
#include "cli/log.hpp"
#include "cli/outputs.hpp"
#include "cli/page.hpp"
#include "cli/progress.hpp"
#include "cli/report.hpp"
#include "cli/rows.hpp"
#include "cli/standard_output.hpp"

namespace clean_article::cli {
namespace {

// The cleaners of one thread: of pages, and of records.
class ThreadCleaner {
 public:
  ThreadCleaner(const Cleaner& first, const Args& args, FetchPage fetch)
      : first_(first), args_(args), fetch_(std::move(fetch)), style_(style_of_records(args)) {}

  bulk::CleanedPage clean(const bulk::LoadedPage& page) {
    std::unique_ptr<Cleaner>& cleaner = page.is_record ? of_records_ : of_pages_;
    if (!cleaner) cleaner = std::make_unique<Cleaner>(page.is_record ? first_.fork(style_) : first_.fork());
    return cli::clean(*cleaner, page, args_, fetch_);
  }

 private:
  const Cleaner& first_;
  const Args& args_;
  FetchPage fetch_;
  render::Style style_;
  std::unique_ptr<Cleaner> of_pages_, of_records_;
};

// The text of an article in what was written of it: the field of JSON, or all there is.
std::string text_in(const std::string& written, const render::Style& style) {
  if (style.format != render::Format::kJsonLines && style.format != render::Format::kJson) return written;
  const auto members = records::json_members(written);
  if (!members) return written;
  for (const records::JsonMember& member : *members)
    if (member.name == "\"text\"") return records::json_string(member.value).value_or(written);
  return written;
}

bulk::Holding holding_of(const Args& args) {
  return args.json_lines                 ? bulk::Holding::kJsonLines
         : args.from != InputForm::kAuto ? bulk::Holding::kOnePage
                                         : bulk::Holding::kToldByBytes;
}

int refuse_for(const Error& error) {
  return error.kind == ErrorKind::kUsage ? refuse_usage(error.message) : refuse(error.message);
}

// Makes an article that is a copy one that is left out, and stores any other that is to be stored.
void leave_out_copy(bulk::Duplicates& duplicates, const Store& store, bulk::Outcome& outcome) {
  if (outcome.error || !outcome.signature) return;
  if (const auto original = duplicates.take(*outcome.signature, outcome.input.name)) {
    outcome.error = Error{ErrorKind::kUnwanted, "is a copy of " + *original};
    outcome.text.clear();
    outcome.text_bytes = 0;
    return;
  }
  if (!store || outcome.input.kind == bulk::InputKind::kRecord) return;
  const Status stored = store(outcome.input, outcome.text);
  if (!stored.ok()) outcome.error = stored.error();
  outcome.text.clear();
}

// Inputs, their outputs and their manifest, from the first to the last.
class Job {
 public:
  explicit Job(Args args)
      : args_(std::move(args)), sources_(source_words(args_, record_names(args_).page_ending)) {}

  int run();

 private:
  Status prepare();
  Status open_journal();
  std::string path_of(const bulk::Input& input, bool holds_many) const;
  std::optional<bulk::Input> next_source();
  std::optional<bulk::Input> next_input();
  int list_inputs();
  CrawlSteps crawl_steps(const Cleaner& cleaner);
  Status open_kept();
  int clean();
  void close(Output& out, Report& report);

  Args args_;
  bulk::Sources sources_;
  std::size_t sources_seen_ = 0;
  std::optional<bulk::FolderSink> folder_;
  std::unique_ptr<bulk::Journal> journal_;
  std::optional<bulk::Resumption> resumption_;
  std::unique_ptr<KeptPages> kept_;
};

// The path of the file that the output of an input has to itself; "" where it has none.
std::string Job::path_of(const bulk::Input& input, bool holds_many) const {
  if (!folder_) return holds_many ? "" : args_.output_file;
  return folder_->path(holds_many ? record_names(args_).target(input.target) : input.target);
}

// Of all inputs those of this shard.
std::optional<bulk::Input> Job::next_source() {
  while (std::optional<bulk::Input> input = sources_.next()) {
    if (sources_seen_++ % args_.shards != args_.shard) continue;
    bulk::stamp(*input);
    // A run that found its own output would write over what it reads.
    for (const WrittenFile& file : written_files(args_))
      if (input->kind == bulk::InputKind::kFile && !input->error && bulk::is_one_of(file.path, {input->name}))
        input->error =
            Error{ErrorKind::kInput, file.option == "output-file" ? "is the output file"
                                                                  : "is the file of '--" + file.option + "'"};
    return input;
  }
  return std::nullopt;
}

std::optional<bulk::Input> Job::next_input() {
  if (interrupt_signal() != 0) return std::nullopt;
  return resumption_ ? resumption_->next() : next_source();
}

Status Job::open_journal() {
  if (args_.manifest.empty()) return Done{};
  auto journal = bulk::Journal::open(args_.manifest, args_.resume);
  if (!journal.ok()) return journal.error();
  journal_ = std::move(*journal);
  if (!args_.resume) return Done{};
  bulk::ResumeRules rules{args_.digest, args_.retry_failed, args_.output_file,
                          [this](const bulk::Input& input, bool many) { return path_of(input, many); }};
  resumption_.emplace(*journal_, std::move(rules), [this] { return next_source(); });
  return Done{};
}

Status Job::prepare() {
  if (Status opened = sources_.open_lists(); !opened.ok()) return opened;
  settle_output(sources_, args_);
  if (Status files = check_files(args_, sources_); !files.ok()) return files;
  if (args_.split_bytes > 0 &&
      (args_.output_file.empty() || !report_style(args_, true, true).frame.tail.empty()))
    return Error{ErrorKind::kUsage,
                 "option '--split-bytes' needs '--output-file FILE', and a format of lines"};
  if (args_.resume && args_.output_folder.empty() && args_.output_file.empty())
    return Error{ErrorKind::kUsage,
                 "option '--resume' needs '--output PATH': what has gone to standard output is gone"};
  if (args_.resume && args_.manifest.empty())
    args_.manifest = args_.output_folder.empty() ? args_.output_file + ".manifest"
                                                 : args_.output_folder + "/.clean-article-manifest";
  return Done{};
}

// --dry-run: what would be read, and what written.
int Job::list_inputs() {
  StandardOutput out;
  int exit_code = kAllWell;
  while (const std::optional<bulk::Input> input = next_input()) {
    if (input->kind == bulk::InputKind::kDone) continue;
    if (input->error) {
      complain(input->name, *input->error);
      exit_code = kSomeFailed;
      continue;
    }
    std::string path = args_.output_file;
    if (!args_.output_folder.empty()) {
      const bool many = bulk::holds_many(*input, holding_of(args_));
      const std::string target = many ? record_names(args_).target(input->target) : input->target;
      path = args_.output_folder + (args_.output_folder.ends_with('/') ? "" : "/") + target;
    }
    if (!out.write(printable(input->name) + (path.empty() ? "" : " -> " + printable(path)) + "\n")) break;
  }
  out.close();
  return out.error().empty() ? exit_code : refuse(out.error());
}

// One URL alone is fetched as a browser would. Several are fetched as a program ought to.
CrawlSteps Job::crawl_steps(const Cleaner& cleaner) {
  CrawlSteps steps;
  steps.rules.connections = args_.connections;
  steps.rules.is_stopped = [] { return interrupt_signal() != 0; };
  steps.rules.ignore_robots = args_.ignore_robots || !sources_.several();
  if (!sources_.several()) {
    steps.rules.delay = {};
    steps.rules.tries = 1;
  }
  if (args_.delay) steps.rules.delay = *args_.delay;
  if (args_.verbose)
    steps.rules.tell = [](const std::string& url, const std::string& message) { tell(url, message); };
  steps.options = [this, &cleaner](const std::string& url) {
    fetch::FetchOptions options = fetch_options(url, cleaner, args_);
    if (kept_->has_warc()) options.keep = [this](const fetch::Capture& capture) { kept_->add(capture); };
    return options;
  };
  steps.keep = [this](const bulk::Input& input, const fetch::Fetched& page) {
    return kept_->save(input, page);
  };
  steps.page_of = [this](Result<fetch::Fetched> fetched) { return page_of(std::move(fetched), args_); };
  return steps;
}

Status Job::open_kept() {
  auto kept = KeptPages::create(args_, {sources_.files(), sources_.folders()});
  if (!kept.ok()) return kept.error();
  kept_ = std::move(*kept);
  return Done{};
}

void Job::close(Output& out, Report& report) {
  report.finish();
  kept_->close();
  if (!kept_->error().empty() && !report.has_stopped()) report.fail({ErrorKind::kOutput, kept_->error()});
  // What was interrupted, or stopped, is not whole: a file of it never appears.
  if (interrupt_signal() != 0 || report.has_stopped()) return;
  out.close();
  if (journal_ && out.error().empty() && !out.is_broken())
    if (const Status done = journal_->finish(); !done.ok()) report.fail(done.error());
}

int Job::clean() {
  const auto begin = std::chrono::steady_clock::now();
  Result<Cleaner> first_cleaner = make_cleaner(args_);
  if (first_cleaner.ok() && args_.learn_templates)
    first_cleaner = learn_templates(std::move(*first_cleaner), args_);
  if (!first_cleaner.ok()) return refuse(first_cleaner.error().message);

  auto folder = make_folder(args_, sources_);
  if (!folder.ok()) return refuse_for(folder.error());
  folder_ = std::move(*folder);
  if (const Status opened = open_journal(); !opened.ok()) return refuse_for(opened.error());
  const bool is_written = !args_.output_folder.empty() || !args_.output_file.empty();
  // A pipe with one page to another pipe ends as other filters do.
  const bool is_interruptible = is_written || sources_.several();
  if (is_interruptible) records::ByteStream::stop_waiting_on(note_interrupts());

  std::optional<CrawledInputs> crawled;
  // In a process of its own, which has no part in the crawl, a page fetches what it goes on with itself.
  const FetchPage fetch = [&](const std::string& url) {
    return args_.isolate ? fetch_page(url, *first_cleaner, args_) : crawled->fetch(url);
  };
  const auto make_cleaner = [this, &first_cleaner, &fetch]() -> bulk::CleanPage {
    auto cleaner = std::make_shared<ThreadCleaner>(*first_cleaner, args_, fetch);
    return [cleaner](const bulk::LoadedPage& page) { return cleaner->clean(page); };
  };
  std::unique_ptr<bulk::Isolation> isolation;
  if (args_.isolate) {
    auto started = bulk::Isolation::start(make_cleaner);
    if (!started.ok()) return refuse(started.error().message);
    isolation = std::move(*started);
  }

  if (const Status opened = open_kept(); !opened.ok()) return refuse_for(opened.error());
  crawled.emplace([this] { return next_input(); }, crawl_steps(*first_cleaner));
  bulk::Pages pages([&] { return crawled->next(); }, holding_of(args_), args_.max_bytes);
  const bool begins_with_record = pages.begins_with_record();
  const bool several = begins_with_record || sources_.several();
  if (several && !is_interruptible) records::ByteStream::stop_waiting_on(note_interrupts());
  const bool is_packed = args_.output_file.ends_with(".gz") || args_.output_file.ends_with(".zst");
  const bool to_file = !args_.output_file.empty() &&
                       (several || args_.resume || is_packed || args_.wet || args_.split_bytes > 0);
  const std::unique_ptr<Output> out = choose_output(args_, folder_, to_file);
  if (journal_) out->leave();
  std::optional<Rows> rows;
  if (journal_)
    rows.emplace(*journal_, RowRules{args_.digest, to_file,
                                     [this](const bulk::Input& input) { return path_of(input, false); }});
  Report report(report_style(args_, several, to_file), *out, rows ? &*rows : nullptr);
  bulk::Steps steps;
  steps.next = [&]() -> std::optional<bulk::Input> {
    if (interrupt_signal() != 0) return std::nullopt;
    std::optional<bulk::Input> page = pages.next();
    // What was being read when a signal came may be cut short.
    return interrupt_signal() == 0 ? std::move(page) : std::nullopt;
  };
  steps.load = [&](const bulk::Input& input) { return load(input, *first_cleaner, args_); };
  steps.make_cleaner = [&]() -> bulk::CleanPage {
    bulk::CleanPage clean = isolation != nullptr ? isolation->make_cleaner() : make_cleaner();
    if (!args_.deduplicate) return clean;
    return [this, clean = std::move(clean)](const bulk::LoadedPage& page) {
      bulk::CleanedPage cleaned = clean(page);
      const render::Style& style = page.is_record ? style_of_records(args_) : args_.style;
      if (!cleaned.error) cleaned.signature = bulk::signature_of(text_in(cleaned.text, style));
      return cleaned;
    };
  };
  Store store = to_file ? Store() : choose_store(args_, folder_);
  // Which of two copies is the first is known only when they come in their order.
  if (!args_.deduplicate) steps.store = store;
  bulk::Duplicates duplicates;

  std::optional<Progress> progress;
  const bool is_bulk = !args_.output_folder.empty() || to_file || sources_.has_lists() ||
                       !sources_.folders().empty() || begins_with_record;
  if (is_bulk && !args_.quiet && Progress::is_wanted() && (is_written || ::isatty(STDOUT_FILENO) != 1))
    progress.emplace(source_words(args_));
  steps.report = [&](bulk::Outcome&& outcome) {
    if (args_.deduplicate) leave_out_copy(duplicates, store, outcome);
    bool goes_on = report.take(outcome);
    if (goes_on && !kept_->error().empty()) {
      report.fail({ErrorKind::kOutput, kept_->error()});
      goes_on = false;
    }
    if (progress) progress->take(outcome);
    return goes_on;
  };
  const unsigned jobs = args_.jobs > 0 ? args_.jobs : std::max(std::thread::hardware_concurrency(), 1u);
  bulk::run(steps, several ? jobs : 1);
  const auto time = std::chrono::steady_clock::now() - begin;
  progress.reset();
  crawled.reset();

  close(*out, report);
  if (!out->error().empty()) complain(out->error());
  const int exit_code = interrupt_signal() == 0 ? report.exit_code() : kInterrupted + interrupt_signal();
  if (args_.summary_as_json) {
    note(summary_object(report.totals(), time, exit_code));
  } else if (is_bulk && report.has_pages() && !args_.quiet && !out->is_broken()) {
    const std::string begun = interrupt_signal() == 0 ? "" : "interrupted: ";
    note(begun + summary(report.totals(), time));
    if (interrupt_signal() != 0 && journal_) note("the same command with --resume goes on from here");
  }
  return exit_code;
}

int Job::run() {
  if (const Status prepared = prepare(); !prepared.ok()) return refuse_for(prepared.error());
  return args_.dry_run ? list_inputs() : clean();
}

}  // namespace

int clean_all(Args args) {
  return Job(std::move(args)).run();
}

}  // namespace clean_article::cli
