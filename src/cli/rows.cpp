#include "cli/rows.hpp"

#include <utility>

namespace clean_article::cli {
namespace {

// How much of an output is made again at most when a run is killed within a file that holds many.
constexpr std::uint64_t kNotedEachBytes = std::uint64_t{1} << 20;

void set_error(bulk::ManifestRow& row, const Error& error) {
  row.code = records::error_code(error.kind);
  row.reason = error.message;
}

}  // namespace

bulk::ManifestRow Rows::row_of(const bulk::Outcome& outcome) const {
  bulk::ManifestRow row;
  row.input = outcome.input.name;
  row.stamp = outcome.input.stamp;
  row.options = rules_.options;
  row.bytes = outcome.input_bytes;
  row.text_bytes = outcome.text_bytes;
  row.milliseconds = outcome.milliseconds;
  if (outcome.error) {
    row.status = bulk::RowStatus::kError;
    set_error(row, *outcome.error);
  }
  return row;
}

// The row of the file that holds this record, or is damaged.
void Rows::open_row(const bulk::Outcome& outcome) {
  if (!open_) {
    open_.emplace();
    open_->input = outcome.input.container;
    open_->stamp = outcome.input.stamp;
    open_->options = rules_.options;
    open_->holds_many = true;
  }
  const auto& before = outcome.input.before;
  if (before == nullptr) return;
  open_->pages += before->pages;
  open_->cleaned += before->cleaned;
  open_->bytes += before->bytes;
  open_->text_bytes += before->text_bytes;
  open_->milliseconds += before->milliseconds;
  if (!before->code.empty()) {
    open_->code = before->code;
    open_->reason = before->reason;
  }
  noted_place_ = before->end.value_or(0);
}

Status Rows::take_record(const bulk::Outcome& outcome, const Output& out) {
  open_row(outcome);
  ++open_->pages;
  if (!outcome.error) ++open_->cleaned;
  open_->bytes += outcome.input_bytes;
  open_->text_bytes += outcome.text_bytes;
  open_->milliseconds += outcome.milliseconds;
  open_->output = out.path();
  const auto place = out.place();
  if (!place || open_->output.empty() || *place < noted_place_ + kNotedEachBytes) return Done{};
  noted_place_ = *place;
  bulk::ManifestRow begun = *open_;
  begun.status = bulk::RowStatus::kBegun;
  begun.end = place;
  return journal_.add(begun);
}

Status Rows::close_row(const bulk::Outcome& outcome, const Output& out) {
  open_row(outcome);
  bulk::ManifestRow row = *std::exchange(open_, std::nullopt);
  noted_place_ = 0;
  if (!row.code.empty()) row.status = bulk::RowStatus::kError;
  if (rules_.is_shared) row.end = out.place();
  return journal_.add(row);
}

Status Rows::take(const bulk::Outcome& outcome, const Output& out) {
  const bulk::Input& input = outcome.input;
  if (rules_.is_shared && input.kind != bulk::InputKind::kRecord)
    noted_place_ = out.place().value_or(noted_place_);
  switch (input.kind) {
    case bulk::InputKind::kRecord:
      return take_record(outcome, out);
    case bulk::InputKind::kEnd:
      return close_row(outcome, out);
    case bulk::InputKind::kDone:
      return journal_.add(*input.before);
    case bulk::InputKind::kDamage:
      if (input.container.empty()) break;
      open_row(outcome);
      if (open_->code.empty()) set_error(*open_, *outcome.error);
      return Done{};
    default:
      break;
  }
  bulk::ManifestRow row = row_of(outcome);
  if (rules_.is_shared) row.end = out.place();
  if (!outcome.error) row.output = rules_.is_shared ? out.path() : rules_.path_of(input);
  return journal_.add(row);
}

}  // namespace clean_article::cli
