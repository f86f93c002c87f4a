#include "cli/interrupt.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <initializer_list>

namespace clean_article::cli {
namespace {

std::atomic<int> signal_that_came{0};
std::atomic<int> wake_descriptor{-1};
static_assert(std::atomic<int>::is_always_lock_free, "a signal handler may use nothing that locks");

void on_signal(int number) {
  signal_that_came = number;
  for (const int other : {SIGINT, SIGTERM, SIGHUP}) std::signal(other, SIG_DFL);
  const int kept = errno;
  const ssize_t written = ::write(wake_descriptor, "", 1);  // where it does not fit, one stands there already
  static_cast<void>(written);
  errno = kept;
}

}  // namespace

int note_interrupts() {
  std::array<int, 2> ends{-1, -1};
  if (::pipe2(ends.data(), O_CLOEXEC | O_NONBLOCK) == 0) wake_descriptor = ends[1];
  struct sigaction action {};
  action.sa_handler = on_signal;
  action.sa_flags = SA_RESTART;
  for (const int number : {SIGINT, SIGTERM, SIGHUP}) {
    struct sigaction before {};
    // Who ignores them (nohup) goes on ignoring them.
    if (::sigaction(number, nullptr, &before) == 0 && before.sa_handler == SIG_IGN) continue;
    ::sigaction(number, &action, nullptr);
  }
  return ends[0];
}

int interrupt_signal() {
  return signal_that_came;
}

}  // namespace clean_article::cli
