#include "cli/report.hpp"

#include <array>
#include <cstdio>
#include <ctime>

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

// When a file was changed, in universal time.
std::string iso_time(std::int64_t time_ns) {
  constexpr std::int64_t kNanosecondsPerSecond = 1'000'000'000;
  const auto seconds = static_cast<std::time_t>(time_ns / kNanosecondsPerSecond);
  std::tm parts{};
  std::array<char, 32> text{};
  if (::gmtime_r(&seconds, &parts) == nullptr) return "";
  std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts);
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
  if (totals.beside_pages > 0)
    line += ", " + std::to_string(totals.beside_pages) +
            (totals.beside_pages == 1 ? " redirect or robots.txt" : " redirects and robots.txt");
  if (totals.damaged > 0)
    line += ", " + std::to_string(totals.damaged) + (totals.damaged == 1 ? " file" : " files") + " damaged";
  if (totals.folders > 0)
    line +=
        ", " + std::to_string(totals.folders) + (totals.folders == 1 ? " folder" : " folders") + " skipped";
  if (totals.done_before > 0)
    line += "; " + std::to_string(totals.done_before) + (totals.done_before == 1 ? " input" : " inputs") +
            " done before";
  if (totals.failed_before > 0)
    line += ", " + std::to_string(totals.failed_before) + " of them failed (--retry-failed tries again)";
  std::array<char, 32> seconds{};
  std::snprintf(seconds.data(), seconds.size(), "%.1f s", time.count());
  return line + "; " + human_size(totals.input_bytes) + " in " + seconds.data();
}

std::string summary_object(const Totals& totals, std::chrono::duration<double> time, int exit_code) {
  std::string out = "{";
  const auto add = [&](std::string_view name, std::uint64_t number) {
    records::append_member("\"" + std::string(name) + "\"", std::to_string(number), out);
  };
  add("pages", totals.pages);
  add("cleaned", totals.cleaned);
  add("without_article", totals.without_article);
  add("left_out", totals.unwanted);
  add("failed", totals.failed);
  add("beside_pages", totals.beside_pages);
  add("damaged", totals.damaged);
  add("folders_skipped", totals.folders);
  add("done_before", totals.done_before);
  add("failed_before", totals.failed_before);
  add("bytes", totals.input_bytes);
  std::array<char, 32> seconds{};
  std::snprintf(seconds.data(), seconds.size(), "%.3f", time.count());
  records::append_member("\"seconds\"", seconds.data(), out);
  add("exit_code", static_cast<std::uint64_t>(exit_code));
  return out + "}";
}

bool Report::print(const bulk::Outcome& outcome) {
  if (outcome.text.empty()) return true;
  std::string text;
  if (style_.headings) {
    text = (printed_any_ && !out_.is_empty() ? "\n==> " : "==> ") + printable(outcome.input.name) + " <==\n";
  }
  // Each of several files begins as one alone does.
  const bool goes_on = printed_any_ && !out_.is_empty();
  text += goes_on ? style_.frame.between : style_.frame.head;
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

// In a member of its own, as readers want it that jump from record to record.
bool Report::print_wet(const bulk::Outcome& outcome) {
  if (outcome.error || outcome.text.empty()) return true;
  const bulk::Input& input = outcome.input;
  if (!printed_any_ || out_.is_empty()) {
    if (!out_.write(style_.frame.head)) return false;
    out_.end_text();
  }
  printed_any_ = true;
  const std::string fields = input.record == nullptr ? "" : input.record->fields;
  return out_.write(records::wet_record(fields, outcome.text, input.name, iso_time(input.stamp.time_ns)));
}

void Report::finish() {
  if (style_.frame.tail.empty()) return;
  out_.write((printed_any_ ? "" : style_.frame.head) + style_.frame.tail);
}

void Report::fail(const Error& error) {
  complain(error.message);
  output_failed_ = true;
}

void Report::take_done(const bulk::ManifestRow& row) {
  ++totals_.done_before;
  if (row.status == bulk::RowStatus::kError) ++totals_.failed_before;
}

bool Report::take(const bulk::Outcome& outcome) {
  const bulk::Input& input = outcome.input;
  if (input.cut_at) {
    out_.keep(*input.cut_at);
    printed_any_ = printed_any_ || *input.cut_at > 0;
  }
  bool goes_on = true;
  switch (input.kind) {
    case bulk::InputKind::kFolder:
      ++totals_.folders;
      complain(input.name, *outcome.error);
      break;
    case bulk::InputKind::kDamage:
      ++totals_.damaged;
      complain(input.name, *outcome.error);
      break;
    case bulk::InputKind::kEnd:
      out_.end_input();
      break;
    case bulk::InputKind::kDone:
      take_done(*input.before);
      break;
    default:
      goes_on = take_page(outcome);
  }
  if (!goes_on || out_.is_broken()) return false;
  if (rows_ == nullptr) return true;
  const Status noted = rows_->take(outcome, out_);
  if (!noted.ok()) fail(noted.error());
  return noted.ok();
}

bool Report::take_page(const bulk::Outcome& outcome) {
  ++totals_.pages;
  totals_.input_bytes += outcome.input_bytes;
  const bool is_record = outcome.input.kind == bulk::InputKind::kRecord;
  if (is_record || style_.wet) out_.turn_to(outcome.input);
  const bool is_line = is_record && style_.lines;
  const bool printed = style_.wet ? print_wet(outcome) : is_line ? print_line(outcome) : print(outcome);
  out_.end_text();
  for (const std::string& fault : outcome.faults)
    if (told_.insert(fault).second) complain(fault);
  if (!outcome.notice.empty()) tell(outcome.input.name, outcome.notice);
  if (!outcome.error) {
    ++totals_.cleaned;
    if (style_.verbose) {
      tell(outcome.input.name, std::to_string(outcome.input_bytes) + " bytes" +
                                   (outcome.encoding.empty() ? "" : " in " + outcome.encoding) + ", " +
                                   std::to_string(outcome.text_bytes) + " bytes of text");
    }
    return printed;
  }
  const bool is_beside_pages = is_record && outcome.input.record->is_beside_pages;
  ++(is_beside_pages                                ? totals_.beside_pages
     : outcome.error->kind == ErrorKind::kNoArticle ? totals_.without_article
     : outcome.error->kind == ErrorKind::kUnwanted  ? totals_.unwanted
                                                    : totals_.failed);
  if (is_line && !style_.wet && !is_beside_pages) ++totals_.told_in_lines;
  const bool is_told = (is_line && !style_.wet) || is_beside_pages;
  if (!is_told || style_.verbose) complain(outcome.input.name, *outcome.error);
  if (outcome.error->kind == ErrorKind::kOutput) output_failed_ = true;
  return printed && !output_failed_;
}

int Report::exit_code() const {
  if (output_failed_ || !out_.error().empty()) return kCannotRun;
  const std::uint64_t without_text = totals_.failed + totals_.without_article + totals_.unwanted;
  return without_text - totals_.told_in_lines + totals_.folders + totals_.damaged + totals_.failed_before > 0
             ? kSomeFailed
             : kAllWell;
}

}  // namespace clean_article::cli
