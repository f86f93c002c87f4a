#include "cli/record_output.hpp"

namespace clean_article::cli {

bool FileOutput::write(std::string_view bytes) {
  if (is_broken()) return false;
  if (!file_) {
    Result<bulk::GrowingFile> made = bulk::GrowingFile::create(path_);
    if (!made.ok()) return fail(made.error().message);
    file_ = std::move(*made);
  }
  const Status written = file_->append(bytes);
  return written.ok() || fail(written.error().message);
}

bool FileOutput::close() {
  if (is_broken() || !write("")) return false;
  const Status done = file_->commit();
  return done.ok() || fail(done.error().message);
}

bool FolderOutput::is_wanted(const Status& status) {
  return status.ok() || fail(status.error().message);
}

void FolderOutput::turn_to(const bulk::Input& input) {
  if (is_broken() || input.target == target_) return;
  if (!close()) return;
  target_ = input.target;
  // Targets end as pages do in the format that was asked for.
  const std::size_t stem = target_.ends_with(".txt") ? target_.size() - 4 : target_.size();
  Result<bulk::GrowingFile> made = sink_.open(target_.substr(0, stem) + ending_);
  if (!made.ok())
    fail(made.error().message);
  else
    file_ = std::move(*made);
}

bool FolderOutput::write(std::string_view bytes) {
  return !is_broken() && file_ && is_wanted(file_->append(bytes));
}

bool FolderOutput::close() {
  if (is_broken() || !file_) return !is_broken();
  const Status done = file_->commit();
  file_.reset();
  return is_wanted(done);
}

}  // namespace clean_article::cli
