// Which request is next, with a clock of the test's own; and how long busy servers are left alone.
#include "fetch/schedule.hpp"

#include "catch.hpp"
#include "fetch/libcurl.hpp"
#include "fetch/retry.hpp"

using namespace std::chrono_literals;
using clean_article::fetch::read_retry_after;
using clean_article::fetch::Schedule;
using clean_article::fetch::wait_before_try;

namespace {

const Schedule::Time kStart{};

}  // namespace

TEST_CASE("one request at a time to a host, with a pause, and the first in order") {
  Schedule schedule;
  for (const std::uint64_t request : {5, 1, 3}) schedule.add("a", request);
  schedule.add("b", 2);
  CHECK(schedule.take(kStart) == 1);
  CHECK(schedule.take(kStart) == 2);
  CHECK_FALSE(schedule.take(kStart));
  CHECK_FALSE(schedule.take(kStart + 1h));  // both are asked
  CHECK_FALSE(schedule.next_time());

  schedule.finish("a", kStart + 1s);
  CHECK_FALSE(schedule.take(kStart + 999ms));
  CHECK(schedule.next_time() == kStart + 1s);
  CHECK(schedule.take(kStart + 1s) == 3);
  // A host remembers its pause when nothing waits for it.
  schedule.finish("b", kStart + 5s);
  schedule.add("b", 4);
  CHECK_FALSE(schedule.take(kStart + 4s));
  CHECK(schedule.take(kStart + 5s) == 4);
  // A shorter pause does not end a longer one.
  schedule.finish("a", kStart + 9s);
  schedule.finish("a", kStart + 7s);
  CHECK_FALSE(schedule.take(kStart + 8s));
  CHECK(schedule.take(kStart + 9s) == 5);
}

TEST_CASE("where only one is wanted no other goes") {
  Schedule schedule;
  schedule.add("a", 1);
  schedule.add("a", 2);
  schedule.add("b", 3);
  CHECK(schedule.take(kStart, 3) == 3);
  CHECK_FALSE(schedule.take(kStart, 3));
  CHECK(schedule.take(kStart, 2) == 2);
  schedule.remove("a", 1);
  schedule.finish("a", kStart);
  CHECK_FALSE(schedule.take(kStart));
}

TEST_CASE("Retry-After is seconds or a date, and bounded") {
  REQUIRE(clean_article::fetch::load_libcurl().ok());
  constexpr std::int64_t kNow = 1'700'000'000;  // Tue, 14 Nov 2023 22:13:20 GMT
  CHECK(read_retry_after("7", kNow) == 7s);
  CHECK(read_retry_after("0", kNow) == 0s);
  CHECK(read_retry_after("120", kNow) == 120s);
  CHECK(read_retry_after("121", kNow) == 120s);
  CHECK(read_retry_after("99999999999999999999999", kNow) == 120s);
  CHECK(read_retry_after("Tue, 14 Nov 2023 22:13:30 GMT", kNow) == 10s);
  CHECK(read_retry_after("Tue, 14 Nov 2023 22:13:10 GMT", kNow) == 0s);
  CHECK(read_retry_after("Tue, 14 Nov 2033 22:13:10 GMT", kNow) == 120s);
  for (const char* nonsense : {"", "-3", "soon", "3.5"}) {
    CAPTURE(nonsense);
    CHECK_FALSE(read_retry_after(nonsense, kNow));
  }
}

TEST_CASE("each try is waited for longer, and not by all for the same time") {
  const auto second = wait_before_try(2, "https://a.example/", 1s);
  const auto third = wait_before_try(3, "https://a.example/", 1s);
  CHECK(second >= 1s);
  CHECK(second <= 1500ms);
  CHECK(third >= 2s);
  CHECK(third <= 3s);
  CHECK(second == wait_before_try(2, "https://a.example/", 1s));
  CHECK(second != wait_before_try(2, "https://b.example/", 1s));
  CHECK(wait_before_try(1'000'000, "x", 1ms) < 100s);
}
