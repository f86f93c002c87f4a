// How far a run has come, on the last line of a terminal: a bar, pages, rate, time left, failures. Owns the
// thread that counts what is to be done, and the one that draws.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <string>
#include <thread>

#include "bulk/bulk.hpp"

namespace clean_article::cli {

struct ProgressState {
  std::uint64_t pages = 0;
  std::uint64_t failed = 0;
  double share = -1;  // of the work that is done, below 0 where it is not known
  std::chrono::duration<double> time{};
};

// One line of so many columns at most, without a line feed.
std::string progress_line(const ProgressState& state, std::size_t columns, bool with_color);

class Progress {
 public:
  // Nothing is shown where standard error is no terminal. `to_count` are the inputs once more; without lists
  // from pipes, which can be read only once.
  explicit Progress(bulk::SourceWords to_count);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  // Whether there is somebody to see it.
  static bool is_wanted();

  void take(const bulk::Outcome& outcome);

 private:
  void count();
  void draw();

  bulk::SourceWords to_count_;
  const std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
  std::atomic<std::uint64_t> pages_{0};
  std::atomic<std::uint64_t> failed_{0};
  std::atomic<std::uint64_t> done_{0};    // in bytes of input, as far as files go
  std::atomic<std::uint64_t> within_{0};  // of the file that holds many
  std::atomic<std::uint64_t> total_{0};
  std::atomic<bool> is_counted_{false};
  std::atomic<bool> has_ended_{false};
  std::mutex mutex_;
  std::condition_variable ended_;
  std::thread counting_;
  std::thread drawing_;
};

}  // namespace clean_article::cli
