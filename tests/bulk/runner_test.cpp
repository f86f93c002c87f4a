// Many pages at once: each is reported once, in order, whatever happens to it.
#include "bulk/runner.hpp"

#include <pthread.h>

#include <algorithm>
#include <atomic>
#include <mutex>
#include <new>
#include <set>
#include <stdexcept>
#include <thread>

#include "catch.hpp"

namespace clean_article::bulk {
namespace {

// Inputs "0" to "count - 1", cleaned by doubling their names.
struct World {
  explicit World(int count) {
    steps.next = [this, count]() -> std::optional<Input> {
      if (given == count) return std::nullopt;
      most_ahead = std::max(most_ahead, given - reports);
      Input input;
      input.name = std::to_string(given++);
      return input;
    };
    steps.load = [](const Input& input) -> Result<LoadedPage> { return LoadedPage{input.name, "", ""}; };
    steps.make_cleaner = [this]() -> CleanPage {
      ++cleaners;
      return [](const LoadedPage& page) { return CleanedPage{page.bytes + page.bytes, "UTF-8", {}}; };
    };
    steps.report = [this](Outcome&& outcome) {
      reported.push_back(std::move(outcome));
      ++reports;
      return true;
    };
  }

  void check_order() const {
    for (std::size_t i = 0; i < reported.size(); ++i) CHECK(reported[i].input.name == std::to_string(i));
  }

  Steps steps;
  int given = 0;
  std::atomic<int> reports{0};  // as many as are reported, for who asks while another thread reports
  int most_ahead = 0;
  std::atomic<int> cleaners{0};
  std::vector<Outcome> reported;
};

// Gives other threads the chance to overtake.
void dawdle(std::string_view name) {
  for (int i = 0; i < static_cast<int>(name.back() - '0') * 20; ++i) std::this_thread::yield();
}

TEST_CASE("every input is reported once and in order, with any number of jobs") {
  for (const unsigned jobs : {0u, 1u, 2u, 7u}) {
    CAPTURE(jobs);
    World world(200);
    world.steps.load = [](const Input& input) -> Result<LoadedPage> {
      dawdle(input.name);
      return LoadedPage{input.name, "", ""};
    };
    run(world.steps, jobs);
    REQUIRE(world.reported.size() == 200);
    world.check_order();
    CHECK(world.reported[12].text == "1212");
    CHECK(world.reported[12].input_bytes == 2);
    CHECK(world.reported[12].text_bytes == 4);
    CHECK(world.cleaners <= static_cast<int>(std::max(jobs, 1u)));
  }
}

TEST_CASE("no inputs, no reports") {
  World world(0);
  run(world.steps, 4);
  CHECK(world.reported.empty());
}

TEST_CASE("a page that throws loses itself alone, and its cleaner with it") {
  World world(9);
  world.steps.make_cleaner = [&]() -> CleanPage {
    ++world.cleaners;
    return [](const LoadedPage& page) -> CleanedPage {
      if (page.bytes == "2") throw std::bad_alloc();
      if (page.bytes == "4") throw std::runtime_error("oops");
      if (page.bytes == "6") throw 42;
      return {page.bytes, "UTF-8", {}};
    };
  };
  run(world.steps, 1);
  REQUIRE(world.reported.size() == 9);
  world.check_order();
  CHECK(world.reported[2].error->message == "out of memory");
  CHECK(world.reported[4].error->message == "internal error: oops");
  CHECK(world.reported[6].error->message == "internal error");
  for (const std::size_t i : {0u, 1u, 3u, 5u, 7u, 8u}) CHECK_FALSE(world.reported[i].error);
  CHECK(world.cleaners == 4);
}

TEST_CASE("an input that failed already is not read, one that fails to load is not cleaned") {
  World world(2);
  const auto next = world.steps.next;
  world.steps.next = [&] {
    auto input = next();
    if (input && input->name == "0") input->error = Error{ErrorKind::kInput, "known before"};
    return input;
  };
  world.steps.load = [](const Input& input) -> Result<LoadedPage> {
    CHECK(input.name == "1");
    return Error{ErrorKind::kFetch, "404 Not Found"};
  };
  world.steps.make_cleaner = []() -> CleanPage { throw std::logic_error("not to be asked for"); };
  run(world.steps, 2);
  REQUIRE(world.reported.size() == 2);
  CHECK(world.reported[0].error->message == "known before");
  CHECK(world.reported[1].error->message == "404 Not Found");
}

TEST_CASE("a stored text is not reported, and what storing says is") {
  World world(3);
  std::set<std::string> stored;
  std::mutex mutex;
  world.steps.store = [&](const Input& input, std::string_view text) -> Status {
    if (input.name == "1") return Error{ErrorKind::kInput, "no room"};
    const std::lock_guard lock(mutex);
    stored.insert(std::string(text));
    return Done{};
  };
  run(world.steps, 2);
  CHECK(stored == std::set<std::string>{"00", "22"});
  CHECK(world.reported[0].text.empty());
  CHECK(world.reported[0].text_bytes == 2);
  CHECK(world.reported[1].error->message == "no room");
}

TEST_CASE("an explanation is stored of a page without an article, too") {
  World world(1);
  world.steps.make_cleaner = []() -> CleanPage {
    return [](const LoadedPage&) {
      return CleanedPage{"drop all", "", Error{ErrorKind::kNoArticle, "holds no article"}};
    };
  };
  std::string stored;
  world.steps.store = [&](const Input&, std::string_view text) -> Status {
    stored = text;
    return Done{};
  };
  run(world.steps, 1);
  CHECK(stored == "drop all");
  CHECK(world.reported[0].error->kind == ErrorKind::kNoArticle);
}

TEST_CASE("a report that says stop is the last one") {
  World world(1000);
  world.steps.report = [&](Outcome&& outcome) {
    world.reported.push_back(std::move(outcome));
    return world.reported.size() < 5;
  };
  run(world.steps, 3);
  CHECK(world.reported.size() == 5);
  CHECK(world.given < 100);
}

TEST_CASE("a slow first page does not let the others pile up") {
  World world(2000);
  std::atomic<int> done{0};
  world.steps.load = [&](const Input& input) -> Result<LoadedPage> {
    // Until the others have nothing left that they may do.
    while (input.name == "0" && done < 15) std::this_thread::yield();
    ++done;
    return LoadedPage{input.name, "", ""};
  };
  run(world.steps, 2);
  CHECK(world.reported.size() == 2000);
  world.check_order();
  CHECK(world.most_ahead < 16);
}

TEST_CASE("what is done is reported while the next input is waited for") {
  World world(2);
  const auto next = world.steps.next;
  world.steps.next = [&] {
    // Two threads: while this one waits for the second input, the other has to hand in the first.
    while (world.given == 1 && world.reports == 0) std::this_thread::yield();
    return next();
  };
  run(world.steps, 2);
  CHECK(world.reported.size() == 2);
}

TEST_CASE("inputs that hold much memory do not pile up") {
  World world(40);
  const auto next = world.steps.next;
  world.steps.next = [&] {
    auto input = next();
    if (input) input->held_bytes = std::size_t{40} << 20;
    return input;
  };
  run(world.steps, 4);
  CHECK(world.reported.size() == 40);
  world.check_order();
  CHECK(world.most_ahead <= 2);
}

TEST_CASE("threads have room for deep work, whatever the system's default") {
  World world(1);
  std::size_t stack_bytes = 0;
  world.steps.load = [&](const Input& input) -> Result<LoadedPage> {
    pthread_attr_t attributes;
    REQUIRE(pthread_getattr_np(pthread_self(), &attributes) == 0);
    pthread_attr_getstacksize(&attributes, &stack_bytes);
    pthread_attr_destroy(&attributes);
    return LoadedPage{input.name, "", ""};
  };
  run(world.steps, 1);
  CHECK(stack_bytes >= std::size_t{16} << 20);
}

}  // namespace
}  // namespace clean_article::bulk
