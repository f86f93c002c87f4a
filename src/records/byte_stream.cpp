#include "records/byte_stream.hpp"

#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <system_error>
#include <utility>

namespace clean_article::records {
namespace {

constexpr std::size_t kPieceBytes = std::size_t{128} << 10;  // read, and decompressed, at once

// So much of a file is read, where that needs no waiting, before a member is tried as a whole: pages of
// archives have 25 KB when they are compressed, members that this program writes 400 KB.
constexpr std::size_t kWholeMemberBytes = 4 * kPieceBytes;

// The longest dictionary of zstd that is loaded: those of archives have 100 KB.
constexpr std::size_t kMostDictionaryBytes = std::size_t{16} << 20;

struct Magic {
  std::string_view bytes;
  std::unique_ptr<codings::Coding> (*make)();
};
constexpr Magic kMagics[] = {
    {"\x1F\x8B\x08", codings::make_gzip_coding},
    {"\x28\xB5\x2F\xFD", codings::make_zstd_coding},
    {"\x5D\x2A\x4D\x18", codings::make_zstd_coding},  // a dictionary before its frames
    {"\x04\x22\x4D\x18", codings::make_lz4_coding}};
constexpr std::string_view kDictionaryMagic = kMagics[2].bytes;
constexpr std::size_t kMostMagicBytes = 4;
constexpr std::size_t kFrameHeadBytes = 8;  // of a frame to be skipped: magic and length

const Magic* magic_of(std::string_view bytes) {
  const auto found = std::find_if(std::begin(kMagics), std::end(kMagics),
                                  [&](const Magic& magic) { return bytes.starts_with(magic.bytes); });
  return found == std::end(kMagics) ? nullptr : found;
}

// Where the next member of a coding begins, bytes.size() where none is in sight.
std::size_t find_member(std::string_view bytes, std::unique_ptr<codings::Coding> (*make)()) {
  std::size_t nearest = bytes.size();
  for (const Magic& magic : kMagics)
    if (magic.make == make && magic.bytes != kDictionaryMagic)
      nearest = std::min(nearest, bytes.find(magic.bytes));
  return nearest;
}

std::uint32_t little_endian(std::string_view bytes) {
  std::uint32_t value = 0;
  for (std::size_t i = 4; i-- > 0;) value = value << 8 | static_cast<unsigned char>(bytes[i]);
  return value;
}

std::atomic<int> stop_descriptor{-1};

// Waits until a descriptor can be read; false where the program is to stop first.
bool wait_for(int descriptor) {
  const int stop = stop_descriptor;
  if (stop < 0) return true;
  std::array<pollfd, 2> waited{pollfd{descriptor, POLLIN, 0}, pollfd{stop, POLLIN, 0}};
  while (::poll(waited.data(), waited.size(), -1) < 0 && errno == EINTR) {
  }
  return waited[1].revents == 0;
}

// A dictionary may be compressed itself.
std::string undo_dictionary(std::string_view bytes) {
  if (magic_of(bytes) == nullptr) return std::string(bytes);
  auto decoder = codings::ContentDecoder::create("zstd");
  std::string out;
  const bool is_whole = decoder.ok() && decoder->feed(bytes, [&](std::string_view piece) {
    out += piece;
    return out.size() <= kMostDictionaryBytes;
  }) == codings::Decoding::kGoesOn;
  return is_whole ? out : std::string();
}

}  // namespace

bool is_compressed(std::string_view first_bytes) {
  return magic_of(first_bytes) != nullptr;
}

void ByteStream::stop_waiting_on(int descriptor) {
  stop_descriptor = descriptor;
}

ByteStream::ByteStream(int descriptor, bool owns) : descriptor_(descriptor), owns_(owns) {}

ByteStream::~ByteStream() {
  if (owns_) ::close(descriptor_);
}

void ByteStream::break_off(std::string why, bool is_final) {
  gap_ = std::move(why);
  is_final_ = is_final;
  in_member_ = false;
}

// Reads a piece behind `bytes`, where it can.
void ByteStream::read_behind(std::string& bytes) {
  const std::size_t before = bytes.size();
  bytes.resize(before + kPieceBytes);
  ssize_t got = 0;
  if (!source_ && !wait_for(descriptor_)) {
    bytes.resize(before);
    has_ended_ = true;
    failure_ = "interrupted";
    return;
  }
  do
    got = source_ ? source_(bytes.data() + before, kPieceBytes)
                  : ::read(descriptor_, bytes.data() + before, kPieceBytes);
  while (got < 0 && errno == EINTR);
  bytes.resize(before + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
  has_ended_ = got <= 0;
  if (got < 0) failure_ = std::generic_category().message(errno);
}

bool ByteStream::read_raw() {
  if (!has_ended_) {
    raw_.erase(0, std::exchange(raw_front_, 0));
    read_behind(raw_);
  }
  // What came before it failed is taken first.
  if (raw().empty() && !failure_.empty()) break_off(failure_, true);
  return !has_ended_;
}

// Whether reading would not wait.
bool ByteStream::has_raw_at_hand() const {
  if (has_ended_ || source_) return !has_ended_;
  pollfd asked{descriptor_, POLLIN, 0};
  return ::poll(&asked, 1, 0) > 0;
}

void ByteStream::drop_raw(std::size_t bytes) {
  raw_front_ += bytes;
  raw_offset_ += bytes;
}

// Waits only as long as the first bytes may still be the beginning of a magic number.
void ByteStream::start() {
  has_started_ = true;
  const auto may_become_magic = [&] {
    return std::any_of(std::begin(kMagics), std::end(kMagics), [&](const Magic& magic) {
      return raw().size() < magic.bytes.size() && magic.bytes.starts_with(raw());
    });
  };
  while (may_become_magic() && read_raw()) {
  }
  const Magic* const magic = magic_of(raw());
  if (magic != nullptr) make_ = magic->make;
  if (make_ != nullptr && make_() == nullptr)
    break_off("the library that decompresses it is not installed", true);
}

// Takes the frame at the front that holds the dictionary of all others; false where that cannot be read.
bool ByteStream::take_dictionary() {
  while (raw().size() < kFrameHeadBytes && read_raw()) {
  }
  if (raw().size() < kFrameHeadBytes) return false;
  const std::size_t bytes = little_endian(raw().substr(4));
  if (bytes > kMostDictionaryBytes) return false;
  while (raw().size() < kFrameHeadBytes + bytes && read_raw()) {
  }
  if (raw().size() < kFrameHeadBytes + bytes) return false;
  dictionary_ = undo_dictionary(raw().substr(kFrameHeadBytes, bytes));
  drop_raw(kFrameHeadBytes + bytes);
  return !dictionary_.empty();
}

void ByteStream::begin_member() {
  // Some writers pad.
  while (true) {
    while (raw().size() < kMostMagicBytes && read_raw()) {
    }
    const std::size_t padding = std::min(raw().find_first_not_of('\0'), raw().size());
    if (padding == 0 || is_final_) break;
    drop_raw(padding);
  }
  if (raw().empty()) return;
  if (raw().starts_with(kDictionaryMagic) && raw_offset_ == 0) {
    if (!take_dictionary()) return break_off("the dictionary of its compression cannot be read", true);
    return begin_member();
  }
  const Magic* const magic = magic_of(raw());
  if (magic == nullptr || magic->make != make_) {
    members_.push_back({out_begin_ + out_.size(), raw_offset_});
    return break_off("what stands behind a compressed member is none", false);
  }
  if (coding_ == nullptr) {
    coding_ = make_();
    if (!dictionary_.empty() && !coding_->use_dictionary(dictionary_))
      return break_off("the dictionary of its compression cannot be read", true);
  }
  in_member_ = true;
  members_.push_back({out_begin_ + out_.size(), raw_offset_});
}

// The member that has just begun, where all of it is at hand. Costs little where it is not.
bool ByteStream::take_member() {
  while (raw().size() < kWholeMemberBytes && has_raw_at_hand() && read_raw()) {
  }
  std::string_view in = raw();
  if (!coding_->take_member(in, out_)) return false;
  drop_raw(raw().size() - in.size());
  in_member_ = false;
  return true;
}

// Makes bytes behind `out_`, or ends.
void ByteStream::produce() {
  if (make_ == nullptr) {
    // What told that it is not compressed, and then straight to where it is looked at.
    const std::size_t before = out_.size();
    out_ += raw();
    drop_raw(raw().size());
    if (out_.size() > before) return;
    if (!has_ended_) read_behind(out_);
    raw_offset_ += out_.size() - before;
    if (!failure_.empty()) break_off(failure_, true);
    return;
  }
  if (!in_member_) {
    begin_member();
    if (!in_member_ || take_member()) return;
  }
  if (raw().empty() && !read_raw()) {
    if (gap_.empty()) break_off("its compressed bytes end too soon", true);
    return;
  }
  const std::size_t before = out_.size();
  out_.resize(before + kPieceBytes);
  std::string_view in = raw();
  std::size_t made = 0;
  const codings::Step step = coding_->step(in, {out_.data() + before, kPieceBytes}, made);
  const std::size_t taken = raw().size() - in.size();
  out_.resize(before + made);
  if (step == codings::Step::kDamaged) {
    drop_raw(std::max<std::size_t>(taken, 1));  // so that the same beginning is not found again
    coding_ = nullptr;
    return break_off("its compressed bytes are damaged", false);
  }
  drop_raw(taken);
  if (step == codings::Step::kEnds) in_member_ = false;
}

std::string_view ByteStream::peek(std::size_t wanted) {
  if (!has_started_) start();
  while (out_.size() - front_ < wanted && gap_.empty()) {
    if (front_ > kPieceBytes && front_ > out_.size() / 2) {
      out_.erase(0, front_);
      out_begin_ += front_;
      front_ = 0;
    }
    const std::size_t before = out_.size();
    const std::uint64_t offset_before = raw_offset_;
    produce();
    if (out_.size() == before && raw_offset_ == offset_before && has_ended_ && raw().empty() &&
        (make_ == nullptr || !in_member_)) {
      forget_reading();
      break;
    }
  }
  leave_members();
  return peeked();
}

// Nothing comes any more. What it took to read and decompress may be as much as the page that is cleaned
// next.
void ByteStream::forget_reading() {
  coding_ = nullptr;
  raw_ = std::string();
  raw_front_ = 0;
}

std::string ByteStream::take_peeked() {
  std::string taken = std::move(out_);
  taken.erase(0, front_);
  out_.clear();
  out_begin_ += front_ + taken.size();
  front_ = 0;
  leave_members();
  return taken;
}

// Those that ended before the front.
void ByteStream::leave_members() {
  while (members_.size() > 1 && members_[1].begin <= out_begin_ + front_) members_.pop_front();
}

void ByteStream::skip(std::size_t bytes) {
  front_ += bytes;
  leave_members();
}

std::uint64_t ByteStream::skip_far(std::uint64_t bytes) {
  std::uint64_t skipped = 0;
  while (skipped < bytes) {
    const std::size_t here = peek(1).size();
    if (here == 0) break;
    const std::size_t step = static_cast<std::size_t>(std::min<std::uint64_t>(here, bytes - skipped));
    skip(step);
    skipped += step;
  }
  return skipped;
}

std::uint64_t ByteStream::offset() const {
  if (make_ == nullptr) return out_begin_ + front_;
  return members_.empty() ? raw_offset_ : members_.front().offset;
}

std::size_t ByteStream::bytes_of_member() const {
  if (members_.size() < 2) return out_.size() - front_;
  return static_cast<std::size_t>(members_[1].begin - out_begin_) - front_;
}

void ByteStream::pass_gap() {
  if (gap_.empty() || is_final_) return;
  gap_.clear();
  // The member at fault begins with the same bytes: its own beginning has been taken already, or is none.
  while (true) {
    const std::size_t next = find_member(raw(), make_);
    const bool is_found = next < raw().size();
    // The beginning of a magic number may stand at the end.
    drop_raw(is_found ? next : raw().size() - std::min(raw().size(), kMostMagicBytes - 1));
    if (is_found || !read_raw()) return;
  }
}

}  // namespace clean_article::records
