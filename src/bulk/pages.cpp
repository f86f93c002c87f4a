#include "bulk/pages.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <utility>

#include "bulk/manifest.hpp"

namespace clean_article::bulk {
namespace {

// As much as tells what a file is.
constexpr std::size_t kSniffedBytes = 1024;

// A descriptor for what is a regular file or may be read as a stream; -1 where reading it will say what is
// wrong.
int open_input(const Input& input) {
  if (input.kind == InputKind::kStream)
    return input.descriptor >= 0 ? input.descriptor
                                 : ::open(input.name.c_str(), O_RDONLY | O_NOCTTY | O_CLOEXEC);
  const int file = ::open(input.name.c_str(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  struct stat status {};
  if (file < 0 || (::fstat(file, &status) == 0 && S_ISREG(status.st_mode))) return file;
  ::close(file);
  return -1;
}

// Whether a file is a plain page, or what its own reading refuses.
bool is_plain(int file, Holding holding) {
  if (holding == Holding::kJsonLines) return false;
  std::array<char, kSniffedBytes> bytes{};
  const ssize_t got = ::pread(file, bytes.data(), bytes.size(), 0);
  const std::string_view first(bytes.data(), got > 0 ? static_cast<std::size_t>(got) : 0);
  if (records::is_compressed(first)) return false;
  return holding == Holding::kOnePage || records::kind_of(first) == records::StreamKind::kOther;
}

records::StreamKind kind_of(records::ByteStream& stream, Holding holding) {
  return holding == Holding::kJsonLines ? records::StreamKind::kJsonLines
         : holding == Holding::kOnePage ? records::StreamKind::kOther
                                        : records::kind_of(stream);
}

}  // namespace

bool holds_many(const Input& input, Holding holding) {
  if (input.error || input.kind != InputKind::kFile) return false;
  const int descriptor = open_input(input);
  if (descriptor < 0) return false;
  records::ByteStream stream(descriptor, true);
  return kind_of(stream, holding) != records::StreamKind::kOther;
}

// Reads an input's beginning. True where it holds records, which reader_ then reads.
bool Pages::open(Input& input) {
  if (input.error || (input.kind != InputKind::kFile && input.kind != InputKind::kStream)) return false;
  const int descriptor = open_input(input);
  if (descriptor < 0) return false;
  if (input.kind == InputKind::kFile && is_plain(descriptor, holding_)) {
    ::close(descriptor);
    return false;
  }
  stream_ = std::make_shared<records::ByteStream>(descriptor, descriptor != input.descriptor);
  reader_ = records::open_reader(stream_, kind_of(*stream_, holding_), input.name, max_bytes_);
  if (reader_ == nullptr) input.stream = std::move(stream_);
  return reader_ != nullptr;
}

// What was done in an earlier run is read and dropped: that is far less work than cleaning it.
void Pages::skip_done() {
  records::Record record;
  for (std::uint64_t i = 0; i < container_.before->pages && reader_->next(record); ++i) reader_->trouble();
}

Input Pages::input_of(records::Record record) {
  Input input;
  input.kind = InputKind::kRecord;
  input.name = container_.name + ":" + (record.name.empty() ? std::to_string(record.place) : record.name);
  input.container = container_.name;
  input.target = container_.target;
  input.stamp = container_.stamp;
  input.before = std::exchange(container_.before, nullptr);
  input.cut_at = std::exchange(container_.cut_at, std::nullopt);
  if (record.has_error()) input.error = record.error;
  input.held_bytes = record.bytes.size();
  input.read_bytes = stream_->bytes_read();
  input.record = std::make_shared<records::Record>(std::move(record));
  return input;
}

// Of the file or stream itself: its end, or what is wrong with it.
Input Pages::input_of_container(InputKind kind) const {
  Input input;
  input.kind = kind;
  input.name = container_.name;
  input.container = container_.name;
  input.target = container_.target;
  input.stamp = container_.stamp;
  input.before = container_.before;
  input.cut_at = container_.cut_at;
  return input;
}

std::optional<Input> Pages::read() {
  while (true) {
    if (reader_ != nullptr) {
      records::Record record;
      const bool is_there = reader_->next(record);
      std::string trouble = reader_->trouble();
      if (!is_there) reader_.reset();
      std::optional<Input> next =
          is_there ? input_of(std::move(record)) : input_of_container(InputKind::kEnd);
      if (trouble.empty()) return next;
      pending_ = std::move(next);
      Input damage = input_of_container(InputKind::kDamage);
      damage.error = Error{ErrorKind::kInput, "is damaged: " + trouble};
      return damage;
    }
    std::optional<Input> input = inputs_();
    if (input && input->before != nullptr && input->before->holds_many) had_record_ = true;
    if (!input || !open(*input)) return input;
    container_ = std::move(*input);
    had_record_ = true;
    if (container_.before != nullptr) skip_done();
  }
}

std::optional<Input> Pages::next() {
  if (has_peeked_ && peeked_) return std::exchange(peeked_, std::nullopt);
  has_peeked_ = true;
  if (pending_) return std::exchange(pending_, std::nullopt);
  return read();
}

bool Pages::begins_with_record() {
  if (!has_peeked_) peeked_ = next();
  return had_record_;
}

}  // namespace clean_article::bulk
