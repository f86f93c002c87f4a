// The cleaners of the floor below, one for each call that runs at the same time: what makes the public one
// fit for many threads. Owns who uses which; knows nothing of pages.
#pragma once

#include <memory>
#include <mutex>
#include <vector>

#include "cleaner/cleaner.hpp"

namespace clean_article::abi0 {

class Workspaces {
 public:
  explicit Workspaces(clean_article::Cleaner first) : original_(std::move(first)) {}

  // Has a workspace until its end. One that a call leaves by an exception is not used again.
  class Lease {
   public:
    explicit Lease(Workspaces& all) : all_(all), workspace_(all.take()) {}
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;

    clean_article::Cleaner& operator*() const { return *workspace_; }
    clean_article::Cleaner* operator->() const { return workspace_.get(); }

    // Gives it back to who comes next.
    void give_back() { all_.put(std::move(workspace_)); }

   private:
    Workspaces& all_;
    std::unique_ptr<clean_article::Cleaner> workspace_;
  };

 private:
  std::unique_ptr<clean_article::Cleaner> take() {
    {
      const std::lock_guard lock(mutex_);
      if (!idle_.empty()) {
        auto workspace = std::move(idle_.back());
        idle_.pop_back();
        return workspace;
      }
    }
    return std::make_unique<clean_article::Cleaner>(original_.fork());
  }

  void put(std::unique_ptr<clean_article::Cleaner> workspace) {
    const std::lock_guard lock(mutex_);
    idle_.push_back(std::move(workspace));
  }

  const clean_article::Cleaner original_;  // cleans no page: only its copies do
  std::mutex mutex_;
  std::vector<std::unique_ptr<clean_article::Cleaner>> idle_;
};

}  // namespace clean_article::abi0
