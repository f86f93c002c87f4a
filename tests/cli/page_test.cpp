// From the words of the command line to what is asked of a fetch: its times.
#include "cli/page.hpp"

#include <chrono>
#include <string>
#include <vector>

#include "base/base.hpp"
#include "catch.hpp"
#include "cli/args.hpp"
#include "cli/options.hpp"

namespace clean_article::cli {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

struct Times {
  milliseconds connect, total;
  bool operator==(const Times&) const = default;
};

Times times_of(const std::vector<std::string>& words) {
  const Args args = *parse_args(words);
  const auto cleaner = make_cleaner(args);
  REQUIRE(cleaner.ok());
  const fetch::FetchOptions options = fetch_options("https://example.com/", *cleaner, args);
  return {options.connect_timeout, options.total_timeout};
}

TEST_CASE("a URL has 30 seconds, of which 10 are for the connection, or what the user says") {
  constexpr seconds kConnect{kMostConnectSeconds};
  constexpr seconds kTotal{kMostFetchSeconds};
  CHECK(times_of({"https://example.com/"}) == Times{kConnect, kTotal});
  CHECK(times_of({"--timeout", "60", "https://example.com/"}) == Times{kConnect, seconds(60)});
  CHECK(times_of({"--timeout", "10.5", "https://example.com/"}) == Times{kConnect, milliseconds(10'500)});
  CHECK(times_of({"--timeout", "3", "https://example.com/"}) == Times{seconds(3), seconds(3)});
}

TEST_CASE("the help names the seconds that a URL has") {
  const std::string told = "(default: " + std::to_string(kMostFetchSeconds) + ")";
  CHECK(option_named("timeout")->help.ends_with(told));
}

}  // namespace
}  // namespace clean_article::cli
