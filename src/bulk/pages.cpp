#include "bulk/pages.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <utility>

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

}  // namespace

// Reads an input's beginning. True where it holds records, which reader_ then reads.
bool Pages::open(Input& input) {
  if (input.error || (input.kind != InputKind::kFile && input.kind != InputKind::kStream)) return false;
  const int descriptor = open_input(input);
  if (descriptor < 0) return false;
  if (input.kind == InputKind::kFile && is_plain(descriptor, holding_)) {
    ::close(descriptor);
    return false;
  }
  auto stream = std::make_shared<records::ByteStream>(descriptor, descriptor != input.descriptor);
  const records::StreamKind kind = holding_ == Holding::kJsonLines ? records::StreamKind::kJsonLines
                                   : holding_ == Holding::kOnePage ? records::StreamKind::kOther
                                                                   : records::kind_of(*stream);
  reader_ = records::open_reader(stream, kind, input.name, max_bytes_);
  if (reader_ == nullptr) input.stream = std::move(stream);
  return reader_ != nullptr;
}

Input Pages::input_of(records::Record record) const {
  Input input;
  input.kind = InputKind::kRecord;
  input.name = container_.name + ":" + std::to_string(record.place);
  input.target = container_.target;
  if (record.has_error()) input.error = record.error;
  input.held_bytes = record.bytes.size();
  input.record = std::make_shared<records::Record>(std::move(record));
  return input;
}

std::optional<Input> Pages::read() {
  while (true) {
    if (reader_ != nullptr) {
      records::Record record;
      const bool is_there = reader_->next(record);
      if (std::string trouble = reader_->trouble(); !trouble.empty()) {
        pending_ = is_there ? std::optional(input_of(std::move(record))) : std::nullopt;
        if (!is_there) reader_.reset();
        Input damage;
        damage.kind = InputKind::kDamage;
        damage.name = container_.name;
        damage.error = Error{ErrorKind::kInput, "is damaged: " + trouble};
        return damage;
      }
      if (is_there) return input_of(std::move(record));
      reader_.reset();
    }
    std::optional<Input> input = sources_.next();
    if (!input || !open(*input)) return input;
    container_ = std::move(*input);
    had_record_ = true;
  }
}

std::optional<Input> Pages::next() {
  if (has_peeked_ && peeked_) return std::exchange(peeked_, std::nullopt);
  has_peeked_ = true;
  if (pending_) return std::exchange(pending_, std::nullopt);
  return read();
}

void Pages::peek() {
  if (!has_peeked_) peeked_ = next();
}

bool Pages::several() {
  peek();
  return had_record_ || sources_.several();
}

bool Pages::begins_with_record() {
  peek();
  return had_record_;
}

}  // namespace clean_article::bulk
