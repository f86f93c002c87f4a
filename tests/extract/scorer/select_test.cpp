#include "extract/scorer/select.hpp"

#include <algorithm>
#include <numeric>
#include <random>

#include "catch.hpp"

using clean_article::extract::select_blocks;
using Chosen = std::vector<bool>;

TEST_CASE("The cut keeps what raises the expected F1") {
  const std::vector<float> p = {0.95f, 0.02f, 0.9f, 0.6f, 0.05f};
  const std::vector<float> words = {50, 10, 60, 5, 80};
  CHECK(select_blocks(p, words, {}) == Chosen{true, false, true, true, false});
}

TEST_CASE("A page whose best block is improbable has no article") {
  const std::vector<float> p = {0.19f, 0.1f, 0.02f};
  const std::vector<float> words = {50, 50, 50};
  CHECK(select_blocks(p, words, {}) == Chosen{false, false, false});
}

TEST_CASE("No blocks, no choice") {
  CHECK(select_blocks({}, {}, {}).empty());
}

TEST_CASE("A lower recall weight is stricter") {
  const std::vector<float> p = {0.9f, 0.5f, 0.42f, 0.4f};
  const std::vector<float> words = {100, 30, 30, 30};
  const auto count = [&](float weight) {
    const Chosen c = select_blocks(p, words, {.recall_weight = weight});
    return std::count(c.begin(), c.end(), true);
  };
  CHECK(count(0.4f) < count(1.6f));
}

TEST_CASE("A lower power takes more of what is doubtful") {
  const std::vector<float> p = {0.9f, 0.45f, 0.42f, 0.4f};
  const std::vector<float> words = {100, 30, 30, 30};
  const auto count = [&](float power) {
    const Chosen c = select_blocks(p, words, {.doubt_power = power});
    return std::count(c.begin(), c.end(), true);
  };
  CHECK(count(2.0f) < count(0.5f));
}

TEST_CASE("Equal probabilities are taken in page order") {
  const std::vector<float> p(6, 0.5f);
  const std::vector<float> words(6, 10.0f);
  const Chosen first = select_blocks(p, words, {});
  CHECK(first == select_blocks(p, words, {}));
  CHECK(std::is_sorted(first.rbegin(), first.rend()));
}

TEST_CASE("A page has an article from a best block of 0.25 on, or what it is asked for") {
  const std::vector<float> words = {50};
  CHECK(select_blocks(std::vector<float>{0.25f}, words, {}) == Chosen{true});
  CHECK(select_blocks(std::vector<float>{0.249f}, words, {}) == Chosen{false});
  CHECK(select_blocks(std::vector<float>{0.249f}, words, {.empty_below = 0.24f}) == Chosen{true});
}

// Two equal blocks, one of them sure: F1 is 2 / (1 + 1 + p) without the other, 2 (1 + p) / (2 + 1 + p) with
// it.
TEST_CASE("Of two equal blocks the doubtful one is taken from where it raises the expected F1") {
  const std::vector<float> words = {10, 10};
  CHECK(select_blocks(std::vector<float>{1, 0.42f}, words, {}) == Chosen{true, true});
  CHECK(select_blocks(std::vector<float>{1, 0.41f}, words, {}) == Chosen{true, false});
  CHECK(select_blocks(std::vector<float>{1, 0.41f}, words, {.doubt_power = 0.9f}) == Chosen{true, true});
  CHECK(select_blocks(std::vector<float>{1, 0.42f}, words, {.recall_weight = 0.9f}) == Chosen{true, false});
}

TEST_CASE("Long blocks weigh more than short ones") {
  const std::vector<float> p = {1, 0.41f};
  CHECK(select_blocks(p, std::vector<float>{10, 1}, {}) == Chosen{true, false});
  CHECK(select_blocks(std::vector<float>{1, 0.5f}, std::vector<float>{1, 10}, {}) == Chosen{true, true});
}

TEST_CASE("A block without words is one") {
  CHECK(select_blocks(std::vector<float>{0.9f}, std::vector<float>{0}, {}) == Chosen{true});
}

namespace {

// The same choice from all blocks in order.
Chosen chosen_from_all(const std::vector<float>& p, const std::vector<float>& words, float weight) {
  std::vector<std::size_t> order(p.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, std::greater(), [&](std::size_t i) { return p[i]; });
  double expected = 0;
  for (std::size_t i = 0; i < p.size(); ++i) expected += double{p[i]} * words[i];
  double hits = 0;
  double taken = 0;
  double best = -1;
  std::size_t cut = 0;
  for (std::size_t k = 0; k < order.size(); ++k) {
    hits += double{p[order[k]]} * words[order[k]];
    taken += words[order[k]];
    const double f1 = 2 * hits / (taken + weight * expected + 1e-9);
    if (f1 > best) best = f1, cut = k + 1;
  }
  Chosen chosen(p.size(), false);
  for (std::size_t k = 0; k < cut; ++k) chosen[order[k]] = true;
  return chosen;
}

}  // namespace

TEST_CASE("Unlikely blocks that are not looked at would not have been chosen") {
  std::mt19937 random(7);
  const auto up_to = [&](unsigned most) { return static_cast<float>(random() % (most + 1)); };
  for (int page = 0; page < 500; ++page) {
    std::vector<float> p = {1};
    std::vector<float> words = {up_to(20)};
    for (int i = 0; i < 60; ++i) {
      p.push_back(up_to(50) / 50 * up_to(50) / 50);  // many are alike, some 0
      words.push_back(up_to(page % 40));
    }
    for (const float weight : {0.1f, 0.8f, 1.0f, 1.6f})
      CHECK(select_blocks(p, words, {.recall_weight = weight}) == chosen_from_all(p, words, weight));
  }
}
