// A loop on several threads. Knows nothing of what it runs.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

namespace clean_article::training {

// Runs fn(0) … fn(count - 1) on `jobs` threads, in any order; returns when all are done.
template <typename Fn>
void run_parallel(unsigned jobs, std::size_t count, const Fn& fn) {
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t i = next++; i < count; i = next++) fn(i);
  };
  std::vector<std::jthread> others;
  for (std::size_t i = 1; i < std::min<std::size_t>(jobs, count); ++i) others.emplace_back(work);
  work();
}

}  // namespace clean_article::training
