// What is said of a run: texts and their headings on standard output, failures and the summary on standard
// error, and the exit code that follows. Knows nothing of how pages are found or cleaned.
#pragma once

#include <chrono>
#include <cstdint>
#include <set>
#include <string>
#include <utility>

#include "bulk/bulk.hpp"
#include "cli/log.hpp"
#include "cli/rows.hpp"
#include "cli/standard_output.hpp"
#include "render/render.hpp"

namespace clean_article::cli {

struct Totals {
  std::uint64_t pages = 0;
  std::uint64_t cleaned = 0;
  std::uint64_t without_article = 0;
  std::uint64_t failed = 0;
  std::uint64_t input_bytes = 0;
  std::uint64_t unwanted = 0;       // articles that the user has ruled out
  std::uint64_t told_in_lines = 0;  // of those without a text: the line that went out says why
  std::uint64_t damaged = 0;        // files of records
  std::uint64_t folders = 0;        // that could not be read, or hold no page
  std::uint64_t done_before = 0;    // inputs that an earlier run has dealt with
  std::uint64_t failed_before = 0;  // of them
  std::uint64_t beside_pages = 0;   // redirects and robots.txt that a crawl has kept
};

// "12 pages: 10 cleaned, 1 without an article, 1 failed; 3.4 MB in 0.2 s"
std::string summary(const Totals& totals, std::chrono::duration<double> time);

// The same as an object of JSON, on one line.
std::string summary_object(const Totals& totals, std::chrono::duration<double> time, int exit_code);

struct ReportStyle {
  bool headings = false;  // "==> NAME <==" above each text
  bool verbose = false;   // a line on every page
  render::Frame frame{};  // around all texts
  bool lines = false;     // each record is a line, also one that failed
  records::LineNames names{};
  bool wet = false;  // each text is a record of WET; `frame.head` begins each file
};

class Report {
 public:
  // `rows` may be null: no manifest is wanted.
  Report(ReportStyle style, Output& out, Rows* rows = nullptr)
      : style_(std::move(style)), out_(out), rows_(rows) {}

  // Says what became of one input. False when nothing that follows could be written.
  bool take(const bulk::Outcome& outcome);

  // When all inputs have been taken: prints what the frame still wants.
  void finish();

  // Says that something could not be written, without which the run makes no sense.
  void fail(const Error& error);
  bool has_stopped() const { return output_failed_; }

  const Totals& totals() const { return totals_; }
  // Whether there was anything else than folders without a page.
  bool has_pages() const { return totals_.pages > 0 || totals_.folders == 0; }
  int exit_code() const;

 private:
  bool take_page(const bulk::Outcome& outcome);
  void take_done(const bulk::ManifestRow& row);
  bool print(const bulk::Outcome& outcome);
  bool print_line(const bulk::Outcome& outcome);
  bool print_wet(const bulk::Outcome& outcome);

  ReportStyle style_;
  Output& out_;
  Rows* rows_;
  Totals totals_;
  std::set<std::string> told_;  // faults of rules: each is said once
  bool printed_any_ = false;
  bool output_failed_ = false;
};

}  // namespace clean_article::cli
