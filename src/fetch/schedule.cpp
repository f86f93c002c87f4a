#include "fetch/schedule.hpp"

#include <algorithm>

namespace clean_article::fetch {

void Schedule::add(const std::string& host, std::uint64_t request) {
  hosts_[host].requests.insert(request);
}

void Schedule::remove(const std::string& host, std::uint64_t request) {
  if (const auto at = hosts_.find(host); at != hosts_.end()) at->second.requests.erase(request);
}

std::optional<std::uint64_t> Schedule::take(Time now, std::optional<std::uint64_t> only) {
  Host* best = nullptr;
  for (auto at = hosts_.begin(); at != hosts_.end();) {
    Host& host = at->second;
    const bool is_ready = !host.is_asked && host.ready <= now;
    if (is_ready && host.requests.empty()) {
      at = hosts_.erase(at);  // nothing is to be remembered of it
      continue;
    }
    ++at;
    if (!is_ready) continue;
    if (only ? host.requests.contains(*only)
             : best == nullptr || *host.requests.begin() < *best->requests.begin())
      best = &host;
  }
  if (best == nullptr) return std::nullopt;
  const std::uint64_t request = only.value_or(*best->requests.begin());
  best->requests.erase(request);
  best->is_asked = true;
  return request;
}

void Schedule::finish(const std::string& host, Time ready) {
  Host& asked = hosts_[host];
  asked.is_asked = false;
  asked.ready = std::max(asked.ready, ready);
}

std::optional<Schedule::Time> Schedule::next_time() const {
  std::optional<Time> next;
  for (const auto& [name, host] : hosts_)
    if (!host.is_asked && !host.requests.empty() && (!next || host.ready < *next)) next = host.ready;
  return next;
}

}  // namespace clean_article::fetch
