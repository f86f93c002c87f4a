#include "bulk/resumption.hpp"

#include <sys/stat.h>

#include "bulk/part_file.hpp"
#include "records/records.hpp"
#include "text/text.hpp"

namespace clean_article::bulk {
namespace {

constexpr const char* kWouldFetchAgain =
    "is new here, or has changed, or is to be tried again, and behind it stand texts of URLs, which would be "
    "fetched once more; put it behind them, give each a file of its own (-o FOLDER/), or leave --resume away";

// Bytes of a file, nothing where there is none.
std::optional<std::uint64_t> size_of(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return std::nullopt;
  return static_cast<std::uint64_t>(status.st_size);
}

void set_row(Input& input, ManifestRow row) {
  input.before = std::make_shared<const ManifestRow>(std::move(row));
}

// What lies in a file that was left, or in one that is whole.
std::uint64_t bytes_left(const std::string& path) {
  return size_of(part_of(path).string()).value_or(size_of(path).value_or(0));
}

}  // namespace

Resumption::Resumption(Journal& journal, ResumeRules rules, Next next)
    : journal_(journal), rules_(std::move(rules)), next_(std::move(next)) {
  if (rules_.shared_output.empty()) return;
  is_matching_ = true;
}

bool Resumption::is_unchanged(const Input& input, const ManifestRow& row) const {
  return row.input == input.name && row.options == rules_.options && row.stamp == input.stamp;
}

bool Resumption::is_done(const ManifestRow& row) const {
  if (row.status == RowStatus::kBegun) return false;
  const bool has_failed = row.status == RowStatus::kError &&
                          row.code != records::error_code(ErrorKind::kNoArticle) &&
                          row.code != records::error_code(ErrorKind::kUnwanted);
  return !(has_failed && rules_.retry_failed);
}

// Whether as much of its output is there as the row says.
bool Resumption::has_left(const ManifestRow& row) const {
  if (row.output.empty()) return true;
  if (row.status != RowStatus::kBegun) return size_of(row.output).has_value();
  return row.end && size_of(part_of(row.output).string()).value_or(0) >= *row.end;
}

Input Resumption::with_own_row(Input input) const {
  // An input that holds many has another ending than a page.
  for (const bool holds_many : {false, true}) {
    for (const std::string& output : {rules_.path_of(input, holds_many), std::string()}) {
      std::optional<ManifestRow> row = journal_.old_row(input.name, output);
      if (!row || !is_unchanged(input, *row) || !has_left(*row)) continue;
      if (is_done(*row))
        input.kind = InputKind::kDone;
      else if (row->status == RowStatus::kBegun)
        input.cut_at = row->end;
      else
        continue;
      set_row(input, std::move(*row));
      return input;
    }
  }
  return input;
}

// The texts from here on are made anew: `input`, which is the first of them, and what waits.
void Resumption::stop_matching(std::optional<Input> input) {
  is_matching_ = false;
  for (Input& waiting : pending_) {
    waiting.before.reset();
    ready_.push_back(std::move(waiting));
  }
  pending_.clear();
  if (input) ready_.push_back(std::move(*input));
  if (!ready_.empty()) ready_.front().cut_at = end_;
}

// Whether a page was fetched, and well, in one of the rows from `row` on.
bool Resumption::has_fetched_behind(std::size_t row) const {
  for (; row < journal_.old_rows(); ++row) {
    const auto old = journal_.old_row(row);
    if (old && old->status == RowStatus::kOk && text::looks_like_url(old->input)) return true;
  }
  return false;
}

// Where the text of that many rows ends, if they are all of a run that came to its end: no row says so of the
// last piece of a compressed file.
std::optional<std::uint64_t> Resumption::end_of_run(std::size_t rows) const {
  const std::string& output = rules_.shared_output;
  if (rows != journal_.old_rows() || !journal_.is_of_ended_run() || size_of(part_of(output).string()))
    return std::nullopt;
  return size_of(output);
}

std::optional<Input> Resumption::next_of_shared() {
  if (is_refused_) return std::nullopt;
  while (is_matching_ && ready_.empty()) {
    std::optional<Input> input = next_();
    if (!input && pending_.empty()) return std::nullopt;
    std::optional<ManifestRow> row = input ? journal_.old_row(row_++) : std::nullopt;
    const bool is_there = row && row->end.value_or(0) <= bytes_left(rules_.shared_output);
    const bool is_begun = row && row->status == RowStatus::kBegun;
    if (!is_there || !is_unchanged(*input, *row) || !(is_begun || is_done(*row))) {
      // Of a row that is none of this input's the page counts, too.
      const bool is_same = row && is_unchanged(*input, *row);
      if (row && input && is_there && has_fetched_behind(is_same ? row_ : row_ - 1)) {
        is_refused_ = true;
        journal_.step_back();
        input->error = Error{ErrorKind::kOutput, kWouldFetchAgain};
        pending_.clear();
        return input;
      }
      // Rows behind this one tell of texts that will no longer be there.
      if (row)
        if (const Status done = journal_.forget_old_rows(); !done.ok()) input->error = done.error();
      stop_matching(std::move(input));
      break;
    }
    const auto end = row->end ? row->end : end_of_run(row_);
    const InputKind kind = input->kind;
    set_row(*input, std::move(*row));
    pending_.push_back(std::move(*input));
    if (!end) continue;
    end_ = *end;
    for (Input& done : pending_) {
      done.kind = InputKind::kDone;
      ready_.push_back(std::move(done));
    }
    pending_.clear();
    ready_.back().cut_at = end_;
    if (!is_begun) continue;
    ready_.back().kind = kind;
    is_matching_ = false;
  }
  if (ready_.empty()) return next_();
  Input input = std::move(ready_.front());
  ready_.pop_front();
  return input;
}

std::optional<Input> Resumption::next() {
  if (!rules_.shared_output.empty()) return next_of_shared();
  std::optional<Input> input = next_();
  if (!input || input->error) return input;
  return with_own_row(std::move(*input));
}

}  // namespace clean_article::bulk
