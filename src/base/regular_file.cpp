#include "base/regular_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

#include "base/descriptor.hpp"
#include "base/limits.hpp"

namespace clean_article {
namespace {

constexpr std::size_t kReadBytes = 64 * kKibi;

Error cannot_read(int error_number) {
  return {ErrorKind::kInput, "cannot be read: " + std::generic_category().message(error_number)};
}

}  // namespace

const char* what_is_irregular(mode_t mode) {
  if (S_ISDIR(mode)) return "is a folder";
  if (S_ISFIFO(mode)) return "is a FIFO, not a regular file";
  if (S_ISSOCK(mode)) return "is a socket, not a regular file";
  return "is a device, not a regular file";
}

Result<std::string> read_regular_file(const std::string& path, std::size_t most_bytes) {
  // Not blocking, so that a FIFO nobody writes to is opened, seen for what it is and left alone.
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
  struct stat status {};
  if (file.number() < 0) {
    const int why = errno;
    // A socket or a device without a driver cannot even be opened: say what it is.
    if (::stat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode))
      return Error{ErrorKind::kInput, what_is_irregular(status.st_mode)};
    return cannot_read(why);
  }
  if (::fstat(file.number(), &status) != 0) return cannot_read(errno);
  if (!S_ISREG(status.st_mode)) return Error{ErrorKind::kInput, what_is_irregular(status.st_mode)};
  const Error too_large{ErrorKind::kTooLarge, "is larger than " + size_in_words(most_bytes)};
  const auto size = static_cast<std::size_t>(status.st_size);
  if (size > most_bytes) return too_large;

  // A file of /proc says that it is empty, and one that grows holds more than it said.
  std::string bytes(size + 1, '\0');
  std::size_t filled = 0;
  while (true) {
    if (filled == bytes.size()) bytes.resize(filled + std::max(kReadBytes, filled / 2));
    const ssize_t got = ::read(file.number(), bytes.data() + filled, bytes.size() - filled);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return cannot_read(errno);
    if (got == 0) break;
    filled += static_cast<std::size_t>(got);
    if (filled > most_bytes) return too_large;
  }
  bytes.resize(filled);
  return bytes;
}

}  // namespace clean_article
