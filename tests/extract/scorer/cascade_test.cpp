#include "extract/scorer/cascade.hpp"

#include <limits>
#include <vector>

#include "catch.hpp"

using namespace clean_article::extract;

namespace {

using Blocks = std::vector<std::uint32_t>;

constexpr CascadeLook kFirst{20, -1.5f, 2.5f, 2.0f, {2, -1}, {3, 0.5f}};
constexpr CascadeLook kSecond{80, -1.5f, 4.0f, 2.0f, {1, 0}, {1, 0}};

}  // namespace

TEST_CASE("Blocks that are told get what all trees would say of them") {
  std::vector<float> log_odds = {1.5f, -2, 2.5f, -1, 9};
  Blocks which = {0, 1, 2, 3};  // not the last
  Cascade().take_told(kFirst, which, log_odds);
  CHECK(which == Blocks{0, 3});
  CHECK(log_odds == std::vector<float>{1.5f, -5, 8, -1, 9});
}

TEST_CASE("What has just the bounds is not told") {
  std::vector<float> log_odds = {-1.5f, 2};
  Blocks which = {0, 1};
  Cascade().take_told(kFirst, which, log_odds);
  CHECK(which == Blocks{0, 1});
}

TEST_CASE("Where nothing is plainly content, poor blocks are asked further") {
  std::vector<float> log_odds = {0, -2, -2.75f};
  Blocks which = {0, 1, 2};
  Cascade().take_told(kFirst, which, log_odds);
  CHECK(which == Blocks{0, 1});
}

TEST_CASE("Content that was told before is the page's best block at the next look, too") {
  std::vector<float> log_odds = {3, 0, -1};
  Blocks which = {0, 1, 2};
  Cascade cascade;
  cascade.take_told(kFirst, which, log_odds);
  REQUIRE(which == Blocks{1, 2});
  log_odds[2] = -2;  // more than 4 below what the first was given, not below the second
  cascade.take_told(kSecond, which, log_odds);
  CHECK(which == Blocks{1});
}

TEST_CASE("The best block of a page is never told as boilerplate, and no block at all is no fault") {
  std::vector<float> log_odds = {-9, -9};
  Blocks which = {0, 1};
  Cascade().take_told(kFirst, which, log_odds);
  CHECK(which == Blocks{0, 1});
  which.clear();
  Cascade().take_told(kFirst, which, log_odds);
  CHECK(which.empty());
}

TEST_CASE("A look without a bound for content tells none") {
  CascadeLook look = kFirst;
  look.certain = std::numeric_limits<float>::infinity();
  std::vector<float> log_odds = {99};
  Blocks which = {0};
  Cascade().take_told(look, which, log_odds);
  CHECK(which == Blocks{0});
}
