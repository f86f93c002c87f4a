#include "cli/report.hpp"

#include <array>
#include <cstdio>

namespace clean_article::cli {
namespace {

// "812 B", "3.4 MB": two figures are enough to judge by.
std::string human_size(std::uint64_t bytes) {
  static constexpr std::array<const char*, 4> kUnits = {"kB", "MB", "GB", "TB"};
  if (bytes < 1000) return std::to_string(bytes) + " B";
  double size = static_cast<double>(bytes) / 1000;
  std::size_t unit = 0;
  while (size >= 999.95 && unit + 1 < kUnits.size()) {
    size /= 1000;
    ++unit;
  }
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.1f %s", size, kUnits[unit]);
  return text.data();
}

}  // namespace

std::string summary(const Totals& totals, std::chrono::duration<double> time) {
  std::string line = std::to_string(totals.pages) + (totals.pages == 1 ? " page: " : " pages: ") +
                     std::to_string(totals.cleaned) + " cleaned";
  if (totals.without_article > 0)
    line += ", " + std::to_string(totals.without_article) + " without an article";
  if (totals.unwanted > 0) line += ", " + std::to_string(totals.unwanted) + " left out";
  if (totals.failed > 0) line += ", " + std::to_string(totals.failed) + " failed";
  if (totals.damaged > 0)
    line += ", " + std::to_string(totals.damaged) + (totals.damaged == 1 ? " file" : " files") + " damaged";
  if (totals.folders > 0)
    line +=
        ", " + std::to_string(totals.folders) + (totals.folders == 1 ? " folder" : " folders") + " skipped";
  std::array<char, 32> seconds{};
  std::snprintf(seconds.data(), seconds.size(), "%.1f s", time.count());
  return line + "; " + human_size(totals.input_bytes) + " in " + seconds.data();
}

bool Report::print(const bulk::Outcome& outcome) {
  if (outcome.text.empty()) return true;
  std::string text;
  if (style_.headings) {
    text = (printed_any_ ? "\n==> " : "==> ") + printable(outcome.input.name) + " <==\n";
  }
  text += printed_any_ ? style_.frame.between : style_.frame.head;
  printed_any_ = true;
  std::string_view body = outcome.text;
  // The frame's own break stands there instead.
  if (!style_.frame.tail.empty() && body.ends_with('\n')) body.remove_suffix(1);
  return out_.write(text.append(body));
}

bool Report::print_line(const bulk::Outcome& outcome) {
  return out_.write(
      records::line_of(outcome.input.record->fields, outcome.text, outcome.error, style_.names));
}

void Report::finish() {
  if (style_.frame.tail.empty()) return;
  out_.write((printed_any_ ? "" : style_.frame.head) + style_.frame.tail);
}

bool Report::take(const bulk::Outcome& outcome) {
  if (outcome.input.kind == bulk::InputKind::kFolder) {
    ++totals_.folders;
    complain(printable(outcome.input.name) + ": " + printable(outcome.error->message));
    return true;
  }
  if (outcome.input.kind == bulk::InputKind::kDamage) {
    ++totals_.damaged;
    complain(printable(outcome.input.name) + ": " + printable(outcome.error->message));
    return true;
  }
  ++totals_.pages;
  totals_.input_bytes += outcome.input_bytes;
  const bool is_record = outcome.input.kind == bulk::InputKind::kRecord;
  if (is_record) out_.turn_to(outcome.input);
  const bool is_line = is_record && style_.lines;
  const bool printed = is_line ? print_line(outcome) : print(outcome);
  for (const std::string& fault : outcome.faults)
    if (told_.insert(fault).second) complain(printable(fault));
  if (!outcome.notice.empty()) complain(printable(outcome.input.name) + ": " + printable(outcome.notice));
  if (!outcome.error) {
    ++totals_.cleaned;
    if (style_.verbose) {
      complain(printable(outcome.input.name) + ": " + std::to_string(outcome.input_bytes) + " bytes" +
               (outcome.encoding.empty() ? "" : " in " + outcome.encoding) + ", " +
               std::to_string(outcome.text_bytes) + " bytes of text");
    }
    return printed;
  }
  ++(outcome.error->kind == ErrorKind::kNoArticle  ? totals_.without_article
     : outcome.error->kind == ErrorKind::kUnwanted ? totals_.unwanted
                                                   : totals_.failed);
  if (is_line) ++totals_.told_in_lines;
  if (!is_line || style_.verbose)
    complain(printable(outcome.input.name) + ": " + printable(outcome.error->message));
  if (outcome.error->kind == ErrorKind::kOutput) output_failed_ = true;
  return printed && !output_failed_;
}

int Report::exit_code() const {
  if (output_failed_ || !out_.error().empty()) return kCannotRun;
  const std::uint64_t without_text = totals_.failed + totals_.without_article + totals_.unwanted;
  return without_text - totals_.told_in_lines + totals_.folders + totals_.damaged > 0 ? kSomeFailed
                                                                                      : kAllWell;
}

}  // namespace clean_article::cli
