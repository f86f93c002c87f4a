// The robots.txt of many sites: how many are known at a time, and how much of them.
#include "fetch/robots_of_sites.hpp"

#include "catch.hpp"

namespace clean_article::fetch {
namespace {

Location location_of(std::size_t host) {
  const auto location = Location::parse("http://" + std::to_string(host) + ".example/a");
  REQUIRE(location);
  return *location;
}

TEST_CASE("the robots.txt of 10,000 hosts is kept, of more it is fetched again") {
  RobotsOfSites sites;
  Fetched nothing;
  const auto learn = [&](std::size_t host) {
    REQUIRE(sites.ask(location_of(host), "p", host) == RobotsOfSites::Answer::kAsk);
    CHECK(sites.settle(location_of(host).origin(), nothing, 200).size() == 1);
  };
  for (std::size_t host = 0; host < kMostKnownHosts; ++host) learn(host);
  CHECK(sites.ask(location_of(0), "p", 0) == RobotsOfSites::Answer::kAllowed);
  learn(kMostKnownHosts);
  CHECK(sites.ask(location_of(kMostKnownHosts), "p", 0) == RobotsOfSites::Answer::kAllowed);
  CHECK(sites.ask(location_of(0), "p", 0) == RobotsOfSites::Answer::kAsk);
}

TEST_CASE("64 MiB of rules are kept, of more they are fetched again") {
  static_assert(RobotsOfSites::kMostKeptBytes == 64 * kMebi, "docs/limits.md says so");
  Fetched long_one;
  long_one.body = "User-agent: *\nDisallow: /" + std::string(400 * kKibi, 'a');
  const std::size_t bytes_of_one = Robots::parse(long_one.body, "p").bytes();
  REQUIRE(bytes_of_one > 400 * kKibi);
  const std::size_t kept = RobotsOfSites::kMostKeptBytes / bytes_of_one;

  RobotsOfSites sites;
  const auto learn = [&](std::size_t host) {
    REQUIRE(sites.ask(location_of(host), "p", host) == RobotsOfSites::Answer::kAsk);
    sites.settle(location_of(host).origin(), long_one, 200);
  };
  for (std::size_t host = 0; host <= kept; ++host) learn(host);  // the last goes beyond it
  for (std::size_t host = 0; host <= kept; ++host)
    CHECK(sites.ask(location_of(host), "p", 0) == RobotsOfSites::Answer::kAllowed);
  learn(kept + 1);
  CHECK(sites.ask(location_of(kept + 1), "p", 0) == RobotsOfSites::Answer::kAllowed);
  CHECK(sites.ask(location_of(0), "p", 0) == RobotsOfSites::Answer::kAsk);
  CHECK(sites.ask(location_of(kept), "p", 0) == RobotsOfSites::Answer::kAsk);
}

}  // namespace
}  // namespace clean_article::fetch
