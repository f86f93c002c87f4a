#include "fetch/robots_of_sites.hpp"

#include <utility>

namespace clean_article::fetch {
namespace {

// RFC 9309, 2.3.1: a file that is not there allows all, one that cannot be had now allows nothing. "Too many
// requests" is of the second kind: who says so would not like to be asked for pages.
Robots robots_of(const Result<Fetched>& result, int status, const std::string& product) {
  constexpr int kTooManyRequests = 429;
  if (result.ok()) return Robots::parse(result->body, product);
  const bool leads_nowhere = status >= 300 && status < 400;
  const bool is_missing = status >= 400 && status < 500 && status != kTooManyRequests;
  return is_missing || leads_nowhere ? Robots::all_allowed() : Robots::nothing_allowed();
}

}  // namespace

RobotsOfSites::Answer RobotsOfSites::ask(const Location& location, const std::string& product,
                                         std::uint64_t request) {
  const auto [at, is_new] = sites_.try_emplace(location.origin());
  Site& site = at->second;
  if (site.robots)
    return site.robots->allows(location.path_with_query()) ? Answer::kAllowed : Answer::kRefused;
  site.waiting.push_back(request);
  if (is_new) site.product = product;
  return is_new ? Answer::kAsk : Answer::kWait;
}

std::vector<std::uint64_t> RobotsOfSites::settle(const std::string& origin, const Result<Fetched>& result,
                                                 int status) {
  forget();
  Site& site = sites_[origin];
  site.robots = robots_of(result, status, site.product);
  if (!result.ok() && !site.robots->allows("/"))
    site.trouble = "its robots.txt cannot be had (" + result.error().message + ")";
  bytes_ += site.robots->bytes();
  return std::exchange(site.waiting, {});
}

Error RobotsOfSites::refusal(const Location& location) const {
  const auto site = sites_.find(location.origin());
  const bool is_in_trouble = site != sites_.end() && !site->second.trouble.empty();
  if (is_in_trouble) return {ErrorKind::kFetch, site->second.trouble};
  return {ErrorKind::kRobots, "robots.txt of " + location.host() + " asks programs not to fetch it"};
}

// Where there are too many, all that are settled: they are fetched again when they are needed.
void RobotsOfSites::forget() {
  if (sites_.size() <= kMostKnownHosts && bytes_ <= kMostKeptBytes) return;
  std::erase_if(sites_, [](const auto& site) { return site.second.robots.has_value(); });
  bytes_ = 0;
}

}  // namespace clean_article::fetch
