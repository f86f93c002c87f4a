#include "bulk/runner.hpp"

#include <pthread.h>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <exception>
#include <map>
#include <mutex>
#include <new>
#include <utility>
#include <vector>

namespace clean_article::bulk {
namespace {

// Tree construction and the walks over its result stay far below this on any input that the limits let
// through; the system's default can be as little as 128 KiB.
constexpr std::size_t kThreadStackBytes = std::size_t{16} << 20;

// How many pages a thread may be ahead of the one that is reported next: enough that a slow page does not
// stop the others, few enough that their texts do not pile up.
constexpr std::size_t kPagesAheadPerThread = 8;

class Run {
 public:
  Run(const Steps& steps, unsigned jobs) : steps_(steps), pages_ahead_(jobs * kPagesAheadPerThread) {}

  void work();

  // Throws what ended the run, where something did. For when all threads are done.
  void throw_failure() const {
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  std::optional<std::pair<std::size_t, Input>> take();
  void give(std::size_t number, Outcome outcome);
  Outcome process(Input input, CleanPage& clean) const;
  void attempt(Outcome& outcome, CleanPage& clean) const;

  const Steps& steps_;
  const std::size_t pages_ahead_;

  std::mutex source_mutex_;  // held while the next input is read, which may take long: others go on reporting
  std::mutex mutex_;
  std::condition_variable reported_one_;
  std::size_t taken_ = 0;
  std::size_t reported_ = 0;
  std::size_t held_bytes_ = 0;
  bool ended_ = false;
  std::exception_ptr failure_;
  std::map<std::size_t, Outcome> waiting_;  // done, but an earlier one is not
};

std::optional<std::pair<std::size_t, Input>> Run::take() {
  const std::lock_guard source_lock(source_mutex_);
  std::unique_lock lock(mutex_);
  reported_one_.wait(lock, [&] {
    return ended_ || taken_ == reported_ ||
           (taken_ < reported_ + pages_ahead_ && held_bytes_ < kMostHeldBytes);
  });
  if (ended_) return std::nullopt;
  lock.unlock();
  std::optional<Input> input = steps_.next();
  if (!input) return std::nullopt;
  lock.lock();
  held_bytes_ += input->held_bytes;
  return std::pair{taken_++, std::move(*input)};
}

void Run::give(std::size_t number, Outcome outcome) {
  const std::lock_guard lock(mutex_);
  waiting_.emplace(number, std::move(outcome));
  for (auto first = waiting_.begin(); first != waiting_.end() && first->first == reported_;
       first = waiting_.erase(first)) {
    held_bytes_ -= first->second.input.held_bytes;
    if (!ended_ && !steps_.report(std::move(first->second))) ended_ = true;
    ++reported_;
  }
  reported_one_.notify_all();
}

void Run::attempt(Outcome& outcome, CleanPage& clean) const {
  Result<LoadedPage> page = steps_.load(outcome.input);
  if (!page.ok()) {
    outcome.error = page.error();
    return;
  }
  outcome.input_bytes = page->bytes.size();
  outcome.notice = page->notice;
  if (!clean) clean = steps_.make_cleaner();
  CleanedPage cleaned = clean(*page);
  outcome.error = std::move(cleaned.error);
  outcome.encoding = std::move(cleaned.encoding);
  outcome.faults = std::move(cleaned.faults);
  outcome.signature = cleaned.signature;
  outcome.text = std::move(cleaned.text);
  outcome.text_bytes = outcome.text.size();
  if (!steps_.store || outcome.text.empty() || outcome.input.kind == InputKind::kRecord) return;
  const Status stored = steps_.store(outcome.input, outcome.text);
  if (!stored.ok()) outcome.error = stored.error();
  outcome.text = std::string();
}

Outcome Run::process(Input input, CleanPage& clean) const {
  Outcome outcome;
  outcome.input = std::move(input);
  outcome.error = outcome.input.error;
  const bool is_page = outcome.input.kind != InputKind::kEnd && outcome.input.kind != InputKind::kDone;
  if (outcome.error || !is_page) return outcome;
  const auto begin = std::chrono::steady_clock::now();
  try {
    attempt(outcome, clean);
    const std::chrono::duration<double, std::milli> spent = std::chrono::steady_clock::now() - begin;
    outcome.milliseconds = spent.count();
    return outcome;
  } catch (const std::bad_alloc&) {
    outcome.error = Error{ErrorKind::kTooLarge, "out of memory"};
  } catch (const std::exception& e) {
    outcome.error = Error{ErrorKind::kInput, std::string("internal error: ") + e.what()};
  } catch (...) {
    outcome.error = Error{ErrorKind::kInput, "internal error"};
  }
  outcome.text.clear();
  clean = nullptr;  // who knows what state it is in: the next page gets a new one
  return outcome;
}

void Run::work() {
  try {
    CleanPage clean;
    while (auto taken = take()) {
      give(taken->first, process(std::move(taken->second), clean));
    }
  } catch (...) {
    // What fails outside of a page, for want of memory, ends the run: who started it must know.
    const std::lock_guard lock(mutex_);
    if (!failure_) failure_ = std::current_exception();
    ended_ = true;
    reported_one_.notify_all();
  }
}

}  // namespace

void run(const Steps& steps, unsigned jobs) {
  Run run(steps, std::max(jobs, 1u));
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setstacksize(&attributes, kThreadStackBytes);
  std::vector<pthread_t> threads;
  threads.reserve(std::max(jobs, 1u));  // or a thread that runs might be forgotten
  for (unsigned i = 0; i < std::max(jobs, 1u); ++i) {
    pthread_t thread{};
    const auto work = [](void* run_pointer) -> void* {
      static_cast<Run*>(run_pointer)->work();
      return nullptr;
    };
    if (pthread_create(&thread, &attributes, work, &run) != 0) break;  // the others do the work
    threads.push_back(thread);
  }
  pthread_attr_destroy(&attributes);
  if (threads.empty()) run.work();
  for (const pthread_t thread : threads) pthread_join(thread, nullptr);
  run.throw_failure();
}

}  // namespace clean_article::bulk
