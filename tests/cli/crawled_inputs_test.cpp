// Inputs of which some are fetched: how far is looked ahead.
#include "cli/crawled_inputs.hpp"

#include <atomic>
#include <thread>

#include "catch.hpp"
#include "fetch/loopback_server.hpp"

namespace clean_article::cli {
namespace {

TEST_CASE("1,000 inputs are looked ahead, the next when the first is done") {
  std::atomic<std::size_t> asked{0};
  std::atomic<std::size_t> asked_before{0};  // the first was done
  const test::LoopbackServer server([&](test::Connection& connection, const std::string&) {
    while (asked < kMostUrlsAhead) std::this_thread::yield();
    for (int i = 0; i < 1000; ++i) std::this_thread::yield();  // time for what must not be
    asked_before = asked.load();
    connection.send(test::http_answer("200 OK", {"Content-Type: text/html"}, "<p>a"));
  });
  CrawlSteps steps;
  steps.rules.ignore_robots = true;
  steps.options = [](const std::string&) {
    fetch::FetchOptions options;
    options.allow_private = true;
    return options;
  };
  steps.page_of = [](Result<fetch::Fetched> fetched) -> Result<bulk::LoadedPage> {
    if (!fetched.ok()) return fetched.error();
    return bulk::LoadedPage{fetched->body, fetched->url, fetched->content_type};
  };
  const auto next = [&]() -> std::optional<bulk::Input> {
    bulk::Input input;
    if (asked == 0) {
      input.kind = bulk::InputKind::kUrl;
      input.name = server.url("/");
    }
    ++asked;
    return input;
  };
  CrawledInputs inputs(next, steps);
  const auto first = inputs.next();
  REQUIRE(first);
  REQUIRE(first->page);
  CHECK(first->page->bytes == "<p>a");
  CHECK(asked_before == kMostUrlsAhead);
  while (asked <= kMostUrlsAhead) std::this_thread::yield();
}

}  // namespace
}  // namespace clean_article::cli
