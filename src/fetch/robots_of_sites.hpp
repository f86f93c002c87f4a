// The robots.txt of the sites of a run: each is asked for once, and who depends on it waits. Knows which
// there are and what they say; fetches nothing itself.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/base.hpp"
#include "fetch/fetched.hpp"
#include "fetch/location.hpp"
#include "fetch/robots.hpp"

namespace clean_article::fetch {

class RobotsOfSites {
 public:
  // Bytes of rules that are kept, beside those of the file that was learned last. Without this bound
  // kMostKnownHosts files of kMostRobotsBytes each would be 5 GB.
  static constexpr std::size_t kMostKeptBytes = 64 * kMebi;

  enum class Answer {
    kAllowed,
    kRefused,
    kAsk,   // for the robots.txt of this site, then call settle(); who asked waits for it
    kWait,  // somebody has asked
  };

  // May this location be fetched by the program `product`? Where that has to wait, `request` is who waits.
  Answer ask(const Location& location, const std::string& product, std::uint64_t request);

  // Of a site whose robots.txt was asked for: what came, and with which status (0: no answer). Gives who has
  // waited.
  std::vector<std::uint64_t> settle(const std::string& origin, const Result<Fetched>& result, int status);

  // Why a location was refused.
  Error refusal(const Location& location) const;

 private:
  struct Site {
    std::optional<Robots> robots;  // nothing while it is being fetched
    std::string product{};
    std::string trouble{};  // why nothing is allowed, where the file could not be had
    std::vector<std::uint64_t> waiting{};
  };
  void forget();

  std::map<std::string, Site> sites_;  // by origin
  std::size_t bytes_ = 0;
};

}  // namespace clean_article::fetch
