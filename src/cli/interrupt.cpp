#include "cli/interrupt.hpp"

#include <atomic>
#include <csignal>
#include <initializer_list>

namespace clean_article::cli {
namespace {

std::atomic<int> signal_that_came{0};
static_assert(std::atomic<int>::is_always_lock_free, "a signal handler may use nothing that locks");

void on_signal(int number) {
  signal_that_came = number;
  for (const int other : {SIGINT, SIGTERM, SIGHUP}) std::signal(other, SIG_DFL);
}

}  // namespace

void note_interrupts() {
  struct sigaction action {};
  action.sa_handler = on_signal;
  action.sa_flags = SA_RESTART;
  for (const int number : {SIGINT, SIGTERM, SIGHUP}) {
    struct sigaction before {};
    // Who ignores them (nohup) goes on ignoring them.
    if (::sigaction(number, nullptr, &before) == 0 && before.sa_handler == SIG_IGN) continue;
    ::sigaction(number, &action, nullptr);
  }
}

int interrupt_signal() {
  return signal_that_came;
}

}  // namespace clean_article::cli
