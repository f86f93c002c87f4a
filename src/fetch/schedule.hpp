// Which of many requests is next: one at a time to a host, with a pause between two, and else the first in
// order. Knows hosts by their names and requests by their numbers; the time is what it is told.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>

namespace clean_article::fetch {

class Schedule {
 public:
  using Time = std::chrono::steady_clock::time_point;

  // A request that waits. Requests with lower numbers go first.
  void add(const std::string& host, std::uint64_t request);

  // The request to make now, and no other to its host until this one is finished; nothing where none may be
  // made yet. With `only` that one, or nothing.
  std::optional<std::uint64_t> take(Time now, std::optional<std::uint64_t> only = std::nullopt);

  // One that waits no longer.
  void remove(const std::string& host, std::uint64_t request);

  // The request to this host is finished; the next one is not before `ready`.
  void finish(const std::string& host, Time ready);

  // When a host that is waited for may be asked next; nothing where all that wait do so for a request that is
  // on.
  std::optional<Time> next_time() const;

 private:
  struct Host {
    bool is_asked = false;  // a request is on
    Time ready{};
    std::set<std::uint64_t> requests{};
  };
  std::map<std::string, Host> hosts_;  // those that are waited for, asked or left alone
};

}  // namespace clean_article::fetch
