#include "cli/standard_output.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>

namespace clean_article::cli {

bool StandardOutput::fail_with(int error_number) {
  return fail(
      error_number == EPIPE ? "" : "cannot write to standard output: " + bulk::system_message(error_number));
}

bool StandardOutput::write(std::string_view bytes) {
  if (is_broken()) return false;
  const int why = bulk::write_all(STDOUT_FILENO, bytes);
  return why == 0 || fail_with(why);
}

bool StandardOutput::close() {
  if (is_broken()) return false;
  return ::close(STDOUT_FILENO) == 0 || fail_with(errno);
}

void settle_streams() {
  for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    // open() takes the lowest free number, which is this one. Not writable: output that goes nowhere is an
    // error.
    if (::fcntl(descriptor, F_GETFD) == -1) static_cast<void>(::open("/dev/null", O_RDONLY));
  }
  // Both are errors of write() then: nobody reads any more, a file has grown to what the system allows.
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
}

}  // namespace clean_article::cli
