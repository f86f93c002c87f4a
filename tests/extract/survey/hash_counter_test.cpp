#include "extract/survey/hash_counter.hpp"

#include "catch.hpp"

using clean_article::extract::HashCounter;

TEST_CASE("A counter forgets all when it is emptied, for whatever number of hashes") {
  HashCounter counter;
  for (const std::size_t most : {5u, 1'000u, 3u, 40u}) {
    counter.reset(most);
    for (std::uint64_t hash = 0; hash < most; ++hash) CHECK(counter.count(hash) == 0);
    for (std::uint64_t hash = 0; hash < most; ++hash) CHECK(counter.count(hash) == 1);
    CHECK(counter.total(0) == 2);
  }
}

TEST_CASE("Numbers are given in the order of asking, from 0 on after each emptying") {
  HashCounter counter;
  for (int round = 0; round < 3; ++round) {
    counter.reset(3);
    CHECK(counter.number(70) == 0);
    CHECK(counter.number(0) == 1);
    CHECK(counter.number(70) == 0);
  }
}

TEST_CASE("A counter that gave back its memory counts on") {
  HashCounter counter;
  counter.reset(std::size_t{1} << 18);
  counter.count(7);
  counter.forget_large();
  counter.reset(2);
  CHECK(counter.count(7) == 0);
}
