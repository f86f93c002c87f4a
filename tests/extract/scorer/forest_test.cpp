#include "extract/scorer/forest.hpp"

#include "catch.hpp"

using namespace clean_article::extract;

namespace {

// Tree 1: column 0 < 5 ? -1 : (column 1 < 0.5 ? 2 : 3). Tree 2: a single leaf of 0.25.
constexpr std::uint32_t kBegins[] = {0, 5, 6};
constexpr std::uint8_t kDepths[] = {2, 0};
constexpr std::uint16_t kFeatures[] = {0, 0, 1, 0, 0, 0};
constexpr std::uint16_t kLinks[] = {2 * 1 + 1, 2 * 1, 2 * 3 + 1, 2 * 3, 2 * 4, 0};
constexpr float kValues[] = {5, -1, 0.5f, 2, 3, 0.25f};
const Forest kForest = {kBegins, kDepths, kFeatures, kLinks, kValues};

}  // namespace

TEST_CASE("The explanation credits the columns on the path") {
  const std::vector<float> row = {9, 0.6f};
  std::vector<float> credit(2, 0.0f);
  explain(kForest, row, credit);
  CHECK(credit[0] == Approx(2.5 - 0.75));
  CHECK(credit[1] == Approx(0.5));
}
