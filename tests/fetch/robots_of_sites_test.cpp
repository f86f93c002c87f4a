// The robots.txt of many sites: how many are known at a time.
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

}  // namespace
}  // namespace clean_article::fetch
