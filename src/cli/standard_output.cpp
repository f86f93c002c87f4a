#include "cli/standard_output.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>

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

void note(std::string_view line) {
  // When nobody listens there is nobody to tell that, either.
  static_cast<void>(bulk::write_all(STDERR_FILENO, std::string(line) + "\n"));
}

void complain(std::string_view message) {
  note("clean-article: " + std::string(message));
}

std::string printable(std::string_view name) {
  std::string out;
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x20 && byte != 0x7F) {
      out += c;
      continue;
    }
    std::array<char, 5> escape{};
    std::snprintf(escape.data(), escape.size(), "\\x%02x", byte);
    out += escape.data();
  }
  return out;
}

void settle_streams() {
  for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    // open() takes the lowest free number, which is this one. Not writable: output that goes nowhere is an
    // error.
    if (::fcntl(descriptor, F_GETFD) == -1) static_cast<void>(::open("/dev/null", O_RDONLY));
  }
  std::signal(SIGPIPE, SIG_IGN);
}

}  // namespace clean_article::cli
