// Pages that crash, hang or eat memory, in processes that are replaced.
#include "bulk/isolation.hpp"

#include <csignal>
#include <cstdlib>
#include <thread>
#include <vector>

#include "catch.hpp"

namespace clean_article::bulk {
namespace {

CleanPage hostile_cleaner() {
  return [](const LoadedPage& page) -> CleanedPage {
    if (page.bytes == "crash") std::raise(SIGSEGV);
    if (page.bytes == "abort") std::abort();
    if (page.bytes == "exit") std::_Exit(7);
    while (page.bytes == "hang") std::this_thread::yield();
    if (page.bytes == "throw") throw std::bad_alloc();
    if (page.bytes == "refuse") return {"", "UTF-8", Error{ErrorKind::kNoArticle, "no article"}};
    return {page.bytes + page.url + (page.is_record ? "!" : ""), "UTF-8", {}};
  };
}

LoadedPage page_of(std::string bytes) {
  LoadedPage page;
  page.bytes = std::move(bytes);
  page.url = "|url";
  page.is_record = true;
  return page;
}

TEST_CASE("a page that ends its process loses itself alone") {
  auto isolation = Isolation::start(hostile_cleaner, {std::chrono::milliseconds(300), 0});
  REQUIRE(isolation.ok());
  const CleanPage clean = (*isolation)->make_cleaner();
  const auto fine = [&] {
    const CleanedPage cleaned = clean(page_of("page"));
    return !cleaned.error && cleaned.text == "page|url!" && cleaned.encoding == "UTF-8";
  };
  CHECK(fine());
  CHECK(clean(page_of("crash")).error->message == "the program crashed over it: Segmentation fault");
  CHECK(fine());
  CHECK(clean(page_of("abort")).error->message == "the program crashed over it: Aborted");
  CHECK(clean(page_of("exit")).error->message == "the program ended over it, with exit code 7");
  CHECK(clean(page_of("hang")).error->message == "took longer than 0 s");
  CHECK(fine());
  CHECK(clean(page_of("throw")).error->message == "out of memory");
  CHECK(clean(page_of("refuse")).error->kind == ErrorKind::kNoArticle);
  CHECK(fine());
}

TEST_CASE("a page of any size goes there and back, from several threads") {
  auto isolation = Isolation::start(hostile_cleaner);
  REQUIRE(isolation.ok());
  std::vector<std::thread> threads;
  std::vector<int> right(3);
  for (std::size_t i = 0; i < right.size(); ++i)
    threads.emplace_back([&, i] {
      const CleanPage clean = (*isolation)->make_cleaner();
      for (const std::size_t size :
           {std::size_t{0}, std::size_t{1}, std::size_t{70'000}, std::size_t{5'000'000}}) {
        const std::string bytes(size, static_cast<char>('a' + i));
        if (clean(page_of(bytes)).text == bytes + "|url!") ++right[i];
        if (clean(page_of("crash")).error) ++right[i];
      }
    });
  for (std::thread& thread : threads) thread.join();
  CHECK(right == std::vector<int>{8, 8, 8});
}

}  // namespace
}  // namespace clean_article::bulk
