// Pages cleaned in processes of their own, one for each thread: a page that crashes, never ends or eats all
// memory loses itself alone, and its process is replaced. Owns these processes; knows nothing of cleaning.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>

#include "base/base.hpp"
#include "bulk/runner.hpp"

namespace clean_article::bulk {

struct IsolationBounds {
  // Of one page. Cleaning takes less than two seconds, but a page that was fetched may have more to fetch.
  std::chrono::milliseconds time{120'000};
  // Address space of a process; 0 for no bound. One page takes 300 MB at most.
  std::size_t bytes = std::size_t{4} << 30;
};

class Isolation {
 public:
  // Forks the process that forks all others: it must have no other threads yet. `make` runs in each of these.
  static Result<std::unique_ptr<Isolation>> start(const std::function<CleanPage()>& make,
                                                  IsolationBounds bounds = {});
  ~Isolation();
  Isolation(const Isolation&) = delete;
  Isolation& operator=(const Isolation&) = delete;

  // For one thread. The isolation must outlive it.
  CleanPage make_cleaner();

 private:
  friend class Worker;
  explicit Isolation(int control, pid_t forker, IsolationBounds bounds)
      : control_(control), forker_(forker), bounds_(bounds) {}

  // A new process, which takes pages from `theirs`; -1 where there can be none.
  pid_t fork_worker(int theirs);
  // Ends it if it has not ended, and says how it did.
  int wait_for(pid_t worker);

  std::mutex mutex_;
  int control_;
  pid_t forker_;
  IsolationBounds bounds_;
};

}  // namespace clean_article::bulk
