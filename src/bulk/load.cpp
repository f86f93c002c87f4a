#include "bulk/load.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

#include "text/text.hpp"

namespace clean_article::bulk {
namespace {

constexpr std::size_t kReadBytes = std::size_t{64} << 10;

Error input_error(std::string message) {
  return {ErrorKind::kInput, std::move(message)};
}

// What is no regular file.
Error irregular(mode_t mode) {
  const char* const hint = S_ISFIFO(mode) ? " (to read it: clean-article < FIFO)" : "";
  return input_error(std::string(what_is_irregular(mode)) + hint);
}

// Whether a path looks like an address that lacks its "https://": www.…, or a host with a path behind it.
bool is_like_address(const std::string& path) {
  const std::string host = path.substr(0, path.find('/'));
  const std::size_t dot = host.rfind('.');
  if (dot == std::string::npos || dot == 0 || (host.size() == path.size() && !host.starts_with("www.")))
    return false;
  return dot + 2 < host.size() &&
         std::all_of(host.begin() + static_cast<std::ptrdiff_t>(dot) + 1, host.end(),
                     [](char c) { return text::ascii_lower(c) >= 'a' && text::ascii_lower(c) <= 'z'; });
}

Error cannot_open(const std::string& path, int error_number) {
  const bool is_address = error_number == ENOENT && is_like_address(path);
  return input_error(system_message(error_number) + (is_address ? "; is https://" + path + " meant?" : ""));
}

// `expected` bytes are asked for at once; a file that grew since is read on to its end.
Result<std::string> read_all(int descriptor, std::size_t expected, std::size_t max_bytes) {
  std::string bytes;
  std::size_t filled = 0;
  while (true) {
    if (filled == bytes.size()) {
      const std::size_t wanted = filled == 0 ? expected + 1 : filled + std::max(kReadBytes, filled / 2);
      bytes.resize(std::min(wanted, max_bytes + 1));
    }
    const ssize_t got = ::read(descriptor, bytes.data() + filled, bytes.size() - filled);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return input_error(system_message(errno));
    if (got == 0) break;
    filled += static_cast<std::size_t>(got);
    if (filled > max_bytes) return too_large(max_bytes);
  }
  bytes.resize(filled);
  return bytes;
}

}  // namespace

std::string system_message(int error_number) {
  return std::generic_category().message(error_number);
}

Error too_large(std::size_t max_bytes) {
  constexpr std::size_t kMebi = std::size_t{1} << 20;
  const std::string limit = max_bytes >= kMebi && max_bytes % kMebi == 0
                                ? std::to_string(max_bytes / kMebi) + " MiB"
                                : std::to_string(max_bytes) + " bytes";
  return {ErrorKind::kTooLarge, "is larger than the limit of " + limit + " (--max-bytes)"};
}

void stamp(Input& input) {
  struct stat status {};
  if (input.kind != InputKind::kFile || ::stat(input.name.c_str(), &status) != 0) return;
  constexpr std::int64_t kNanosecondsPerSecond = 1'000'000'000;
  input.stamp = {static_cast<std::uint64_t>(status.st_size),
                 status.st_mtim.tv_sec * kNanosecondsPerSecond + status.st_mtim.tv_nsec};
}

Result<std::string> read_file(const std::string& path, std::size_t max_bytes) {
  // Not blocking, so that a FIFO nobody writes to is opened, seen for what it is and left alone.
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
  struct stat status {};
  if (file.number() < 0) {
    const int why = errno;
    // A socket or a device without a driver cannot even be opened: say what it is.
    if (::stat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode)) {
      return irregular(status.st_mode);
    }
    return cannot_open(path, why);
  }
  if (::fstat(file.number(), &status) != 0) return input_error(system_message(errno));
  if (!S_ISREG(status.st_mode)) return irregular(status.st_mode);
  const auto size = static_cast<std::size_t>(status.st_size);
  if (size > max_bytes) return too_large(max_bytes);
  return read_all(file.number(), size, max_bytes);
}

Result<std::string> read_stream(int descriptor, std::size_t max_bytes) {
  return read_all(descriptor, kReadBytes, max_bytes);
}

Result<std::string> read_stream_at(const std::string& path, std::size_t max_bytes) {
  const Descriptor stream(::open(path.c_str(), O_RDONLY | O_NOCTTY | O_CLOEXEC));
  if (stream.number() < 0) return input_error(system_message(errno));
  return read_stream(stream.number(), max_bytes);
}

Result<std::string> read_stream(records::ByteStream& stream, std::size_t max_bytes) {
  std::string_view bytes = stream.peek(1);
  while (bytes.size() <= max_bytes) {
    const std::size_t before = bytes.size();
    bytes = stream.peek(before + 1);
    if (bytes.size() == before) break;
  }
  if (bytes.size() > max_bytes) return too_large(max_bytes);
  if (!stream.gap().empty()) return input_error(stream.gap());
  return stream.take_peeked();
}

}  // namespace clean_article::bulk
