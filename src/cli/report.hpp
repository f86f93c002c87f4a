// What is said of a run: texts and their headings on standard output, failures and the summary on standard
// error, and the exit code that follows. Knows nothing of how pages are found or cleaned.
#pragma once

#include <chrono>
#include <cstdint>
#include <set>
#include <string>
#include <utility>

#include "bulk/bulk.hpp"
#include "cli/standard_output.hpp"
#include "render/render.hpp"

namespace clean_article::cli {

// The exit codes; help_text() promises them. To the last one the number of the signal is added.
enum ExitCode : int { kAllWell = 0, kSomeFailed = 1, kCannotRun = 2, kInterrupted = 128 };

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
};

// "12 pages: 10 cleaned, 1 without an article, 1 failed; 3.4 MB in 0.2 s"
std::string summary(const Totals& totals, std::chrono::duration<double> time);

struct ReportStyle {
  bool headings = false;  // "==> NAME <==" above each text
  bool verbose = false;   // a line on every page
  render::Frame frame{};  // around all texts
  bool lines = false;     // each record is a line, also one that failed
  records::LineNames names{};
};

class Report {
 public:
  Report(ReportStyle style, Output& out) : style_(std::move(style)), out_(out) {}

  // Says what became of one input. False when nothing that follows could be written.
  bool take(const bulk::Outcome& outcome);

  // When all inputs have been taken: prints what the frame still wants.
  void finish();

  const Totals& totals() const { return totals_; }
  int exit_code() const;

 private:
  bool print(const bulk::Outcome& outcome);
  bool print_line(const bulk::Outcome& outcome);

  ReportStyle style_;
  Output& out_;
  Totals totals_;
  std::set<std::string> told_;  // faults of rules: each is said once
  bool printed_any_ = false;
  bool output_failed_ = false;
};

}  // namespace clean_article::cli
