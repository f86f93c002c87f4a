#include "cli/kept_pages.hpp"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <utility>

#include "cli/outputs.hpp"

namespace clean_article::cli {
namespace {

std::int64_t now_us() {
  return std::chrono::duration_cast<std::chrono::microseconds>(
             std::chrono::system_clock::now().time_since_epoch())
      .count();
}

}  // namespace

Result<std::unique_ptr<KeptPages>> KeptPages::create(const Args& args, const bulk::Inputs& inputs) {
  std::unique_ptr<KeptPages> kept(new KeptPages({record_names(args).page_ending, ".html"}));
  if (!args.save_html.empty()) {
    Result<bulk::FolderSink> folder = bulk::FolderSink::create(args.save_html, inputs);
    if (!folder.ok())
      return Error{folder.error().kind, "folder '" + args.save_html + "' " + folder.error().message};
    kept->folder_ = std::move(*folder);
  }
  if (args.warc.empty()) return kept;
  // Each record is a member of its own.
  kept->warc_ = std::make_unique<FileOutput>(FileRules{args.warc, 0, 1});
  std::uint64_t kept_bytes = 0;
  if (args.resume) {
    kept->warc_->leave();
    // A run that was killed has left more than the one before it, or next to nothing.
    const std::filesystem::path left = bulk::part_of(args.warc);
    const std::uint64_t whole_bytes = records::end_of_whole_records(args.warc);
    kept_bytes = records::end_of_whole_records(left.string());
    std::error_code ignored;
    if (kept_bytes < whole_bytes) std::filesystem::remove(left, ignored);
    kept_bytes = std::max(kept_bytes, whole_bytes);
  }
  kept->warc_->keep(kept_bytes);
  if (kept_bytes == 0) kept->write(records::warc_head("clean-article " CLEAN_ARTICLE_VERSION, now_us()));
  if (!kept->error().empty()) return Error{ErrorKind::kOutput, kept->error()};
  return kept;
}

void KeptPages::write(const std::string& record) {
  if (record.empty()) return;
  warc_->write(record);
  warc_->end_text();
}

void KeptPages::add(const fetch::Capture& capture) {
  const records::ExchangeRecords records =
      records::warc_exchange({capture.url, capture.address, capture.request, capture.head, capture.body,
                              capture.is_whole, capture.time_us});
  const std::lock_guard lock(mutex_);
  write(records.response);
  write(records.request);
}

Status KeptPages::save(const bulk::Input& input, const fetch::Fetched& page) const {
  return folder_ ? folder_->put(names_.target(input.target), page.body) : Status(Done{});
}

void KeptPages::close() {
  const std::lock_guard lock(mutex_);
  if (warc_ != nullptr) warc_->close();
}

std::string KeptPages::error() const {
  const std::lock_guard lock(mutex_);
  return warc_ == nullptr ? "" : warc_->error();
}

}  // namespace clean_article::cli
