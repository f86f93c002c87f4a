#include "cli/record_output.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

namespace clean_article::cli {
namespace {

// "texts/out.jsonl.gz" and 2: "texts/out-00002.jsonl.gz".
std::string piece_of(const std::string& path, unsigned number) {
  const std::size_t name = path.rfind('/') == std::string::npos ? 0 : path.rfind('/') + 1;
  const std::size_t stem = std::min(path.find('.', name + 1), path.size());
  std::array<char, 16> digits{};
  std::snprintf(digits.data(), digits.size(), "-%05u", number);
  return path.substr(0, stem) + digits.data() + path.substr(stem);
}

}  // namespace

bool FileOutput::is_wanted(const Status& status) {
  return status.ok() || fail(status.error().message);
}

std::string FileOutput::path() const {
  return rules_.split_bytes == 0 ? rules_.path : piece_of(rules_.path, number_);
}

bool FileOutput::open() {
  if (is_broken()) return false;
  if (file_) return true;
  Result<bulk::GrowingFile> made = bulk::GrowingFile::create(path(), kept_);
  if (!made.ok()) return fail(made.error().message);
  Result<TextFile> file = TextFile::create(std::move(*made), rules_.path, kept_, rules_.member_bytes);
  if (!file.ok()) return fail(file.error().message);
  file_.emplace(std::move(*file));
  kept_ = 0;
  if (is_left_) file_->leave();
  return true;
}

bool FileOutput::write(std::string_view bytes) {
  return open() && is_wanted(file_->append(bytes));
}

void FileOutput::end_text() {
  if (is_broken() || !file_ || !is_wanted(file_->end_text())) return;
  if (rules_.split_bytes == 0 || file_->bytes() < rules_.split_bytes) return;
  if (!is_wanted(file_->commit())) return;
  file_.reset();
  ++number_;
}

bool FileOutput::close() {
  // Where the last text has ended a file there is no more to come.
  if (rules_.split_bytes > 0 && number_ > 1 && !file_) return !is_broken();
  return open() && is_wanted(file_->commit());
}

bool FileOutput::is_empty() const {
  return file_ ? file_->bytes() == 0 && file_->place().has_value() : kept_ == 0;
}

std::optional<std::uint64_t> FileOutput::place() const {
  if (rules_.split_bytes > 0) return std::nullopt;
  return file_ ? file_->place() : std::optional(kept_);
}

void FileOutput::leave() {
  is_left_ = true;
  if (file_) file_->leave();
}

std::string RecordNames::target(const std::string& page_target) const {
  const bool ends_as_page = page_target.ends_with(page_ending);
  return page_target.substr(0, page_target.size() - (ends_as_page ? page_ending.size() : 0)) + ending;
}

bool FolderOutput::is_wanted(const Status& status) {
  return status.ok() || fail(status.error().message);
}

void FolderOutput::turn_to(const bulk::Input& input) {
  if (is_broken() || input.target == target_) return;
  if (!close()) return;
  target_ = input.target;
  const std::uint64_t kept = std::exchange(kept_, 0);
  const std::string target = names_.target(target_);
  Result<bulk::GrowingFile> made = sink_.open(target, kept);
  if (!made.ok()) {
    fail(made.error().message);
    return;
  }
  Result<TextFile> file = TextFile::create(std::move(*made), target, kept, member_bytes_);
  if (!file.ok()) {
    fail(file.error().message);
    return;
  }
  file_.emplace(std::move(*file));
  if (is_left_) file_->leave();
}

bool FolderOutput::write(std::string_view bytes) {
  return !is_broken() && file_ && is_wanted(file_->append(bytes));
}

void FolderOutput::end_text() {
  if (!is_broken() && file_) is_wanted(file_->end_text());
}

bool FolderOutput::close() {
  if (is_broken() || !file_) return !is_broken();
  const Status done = file_->commit();
  file_.reset();
  target_.clear();
  return is_wanted(done);
}

void FolderOutput::leave() {
  is_left_ = true;
  if (file_) file_->leave();
}

}  // namespace clean_article::cli
