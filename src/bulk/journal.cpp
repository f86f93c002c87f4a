#include "bulk/journal.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <functional>

#include "bulk/load.hpp"
#include "bulk/sink.hpp"
#include "records/records.hpp"

namespace clean_article::bulk {
namespace {

// A row has two names and a few numbers.
constexpr std::size_t kMostRowBytes = std::size_t{1} << 20;

Error cannot_write(const std::string& path, int why) {
  return {ErrorKind::kOutput, "cannot write " + path + ": " + system_message(why)};
}

std::uint64_t key_of(const std::string& input, const std::string& output) {
  return std::hash<std::string>()(input + '\0' + output);
}

// Calls `take` with each whole line of a file, if there is one.
template <typename Take>
void for_each_line(const std::string& path, const Take& take) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return;
  records::ByteStream stream(file, true);
  while (true) {
    std::size_t searched = 0;
    std::string_view here = stream.peek(1);
    while (here.find('\n', searched) == std::string_view::npos && here.size() > searched &&
           searched < kMostRowBytes) {
      searched = here.size();
      here = stream.peek(searched + 1);
    }
    const std::size_t end = here.find('\n', searched);
    if (end == std::string_view::npos) return;  // the end, or a row that was cut off
    take(here.substr(0, end + 1));
    stream.skip(end + 1);
  }
}

}  // namespace

Result<std::unique_ptr<Journal>> Journal::open(const std::string& manifest, bool resume) {
  std::unique_ptr<Journal> journal(new Journal(manifest));
  if (resume) {
    if (const Status gathered = journal->gather_old_rows(); !gathered.ok()) return gathered.error();
  } else if (::unlink((manifest + ".old").c_str()) != 0 && errno != ENOENT) {
    return cannot_write(manifest + ".old", errno);
  }
  const std::string part = manifest + ".part";
  journal->part_ = ::open(part.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC, 0666);
  if (journal->part_ < 0) return cannot_write(part, errno);
  return journal;
}

Journal::~Journal() {
  if (part_ >= 0) ::close(part_);
  if (old_file_ >= 0) ::close(old_file_);
}

// MANIFEST.old takes in what the run before has done; then MANIFEST.part can begin anew. Who is killed
// between the two steps finds the same rows twice, which is no harm.
Status Journal::gather_old_rows() {
  const std::string old = manifest_ + ".old";
  struct Found {
    std::string line;
    bool is_there = true;
  };
  Result<GrowingFile> gathered = GrowingFile::create(old);
  if (!gathered.ok()) return Error{ErrorKind::kOutput, gathered.error().message};
  const auto is_there = [](const std::string& path) { return ::access(path.c_str(), F_OK) == 0; };
  const bool had_old = is_there(old);
  is_of_ended_run_ = !had_old && !is_there(manifest_ + ".part") && is_there(manifest_);
  const std::string files[] = {had_old ? old : manifest_, manifest_ + ".part"};

  // First where the last row of each input stands, then these in the order of the first ones.
  struct Last {
    std::uint8_t file;
    std::uint64_t begin;
  };
  std::vector<Last> order;
  std::unordered_map<std::uint64_t, std::uint32_t> numbers;
  for (std::uint8_t i = 0; i < 2; ++i) {
    std::uint64_t at = 0;
    for_each_line(files[i], [&](std::string_view line) {
      if (const auto row = read_row(line)) {
        const auto [found, is_new] =
            numbers.try_emplace(key_of(row->input, row->output), static_cast<std::uint32_t>(order.size()));
        if (is_new)
          order.push_back({i, at});
        else
          order[found->second] = {i, at};
      }
      at += line.size();
    });
  }
  int sources[2] = {::open(files[0].c_str(), O_RDONLY | O_CLOEXEC),
                    ::open(files[1].c_str(), O_RDONLY | O_CLOEXEC)};
  std::uint64_t written = 0;
  Status done = Done{};
  std::string line;
  for (const Last& last : order) {
    line.resize(4096);
    std::size_t end = std::string::npos;
    while (true) {
      const ssize_t got =
          ::pread(sources[last.file], line.data(), line.size(), static_cast<off_t>(last.begin));
      end = std::string_view(line).substr(0, got > 0 ? static_cast<std::size_t>(got) : 0).find('\n');
      if (end != std::string::npos || line.size() > kMostRowBytes) break;
      line.resize(line.size() * 2);
    }
    if (end == std::string::npos) continue;
    line.resize(end + 1);
    old_.push_back({written, static_cast<std::uint32_t>(line.size())});
    written += line.size();
    if (done = gathered->append(line); !done.ok()) break;
  }
  for (const int source : sources)
    if (source >= 0) ::close(source);
  if (done.ok()) done = gathered->commit();
  if (!done.ok()) return Error{ErrorKind::kOutput, done.error().message};
  numbers_ = std::move(numbers);
  old_file_ = ::open(old.c_str(), O_RDONLY | O_CLOEXEC);
  if (old_file_ < 0) return cannot_write(old, errno);
  return Done{};
}

std::optional<ManifestRow> Journal::read_old(const Place& place) const {
  std::string line(place.bytes, '\0');
  const ssize_t got = ::pread(old_file_, line.data(), line.size(), static_cast<off_t>(place.begin));
  if (got != static_cast<ssize_t>(line.size())) return std::nullopt;
  return read_row(line);
}

std::optional<ManifestRow> Journal::old_row(std::size_t number) const {
  return number < old_.size() ? read_old(old_[number]) : std::nullopt;
}

std::optional<ManifestRow> Journal::old_row(const std::string& input, const std::string& output) const {
  const auto found = numbers_.find(key_of(input, output));
  if (found == numbers_.end()) return std::nullopt;
  std::optional<ManifestRow> row = old_row(found->second);
  return row && row->input == input && row->output == output ? row : std::nullopt;
}

Status Journal::forget_old_rows() {
  old_.clear();
  numbers_.clear();
  for (const std::string& path : {manifest_ + ".old", manifest_})
    if (::unlink(path.c_str()) != 0 && errno != ENOENT) return cannot_write(path, errno);
  return Done{};
}

void Journal::step_back() const {
  if (!is_of_ended_run_) return;
  for (const char* ending : {".old", ".part"}) ::unlink((manifest_ + ending).c_str());
}

Status Journal::add(const ManifestRow& row) {
  const int why = write_all(part_, line_of(row));
  return why == 0 ? Status(Done{}) : cannot_write(manifest_ + ".part", why);
}

Status Journal::finish() {
  Result<GrowingFile> whole = GrowingFile::create(manifest_);
  if (!whole.ok()) return Error{ErrorKind::kOutput, whole.error().message};
  Status done = Done{};
  for_each_line(manifest_ + ".part", [&](std::string_view line) {
    const auto row = read_row(line);
    if (row && row->status != RowStatus::kBegun && done.ok()) done = whole->append(line);
  });
  if (done.ok()) done = whole->commit();
  if (!done.ok()) return Error{ErrorKind::kOutput, done.error().message};
  ::unlink((manifest_ + ".old").c_str());
  ::unlink((manifest_ + ".part").c_str());
  return Done{};
}

}  // namespace clean_article::bulk
