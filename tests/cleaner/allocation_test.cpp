// Faults from below and limits of the whole way: memory that runs out at any point of a page harms no later
// page, and --explain says of as many blocks as it may what their score is made of. JSON is left out: the
// library that writes it allocates where it takes a value apart, in a destructor, and ends the process when
// that fails.
#include <cstdlib>
#include <new>
#include <string>
#include <vector>

#include "catch.hpp"
#include "cleaner/cleaner.hpp"

namespace {

// Of this thread: how many allocations still succeed; below 0 all do.
thread_local long allocations_left = -1;

void* allocate(std::size_t bytes) {
  if (allocations_left == 0) throw std::bad_alloc();
  if (allocations_left > 0) --allocations_left;
  if (void* memory = std::malloc(bytes == 0 ? 1 : bytes)) return memory;
  throw std::bad_alloc();
}

}  // namespace

void* operator new(std::size_t bytes) {
  return allocate(bytes);
}
void* operator new[](std::size_t bytes) {
  return allocate(bytes);
}
void* operator new(std::size_t bytes, const std::nothrow_t& /*tag*/) noexcept {
  if (allocations_left == 0) return nullptr;
  if (allocations_left > 0) --allocations_left;
  return std::malloc(bytes == 0 ? 1 : bytes);
}
void* operator new[](std::size_t bytes, const std::nothrow_t& tag) noexcept {
  return operator new(bytes, tag);
}
void operator delete(void* memory) noexcept {
  std::free(memory);
}
void operator delete[](void* memory) noexcept {
  std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
  std::free(memory);
}
void operator delete[](void* memory, std::size_t) noexcept {
  std::free(memory);
}

// The library that tells languages loses what it holds where an allocation in it fails. That is no leak of
// this program, so the leak sanitizer does not count it.
extern "C" const char* __lsan_default_suppressions();   // NOLINT(bugprone-reserved-identifier)
extern "C" const char* __lsan_default_suppressions() {  // NOLINT(bugprone-reserved-identifier)
  return "leak:libcld2";
}

namespace clean_article {
namespace {

std::string story() {
  std::string page =
      "<title>The bridge - The Paper</title><nav><a href=/a>Home</a></nav><article><h1>The bridge</h1>"
      "<p class=byline>By Anna Berg, 2 May 2021</p><script type=application/ld+json>"
      "{\"@type\":\"NewsArticle\",\"headline\":\"The bridge\"}</script>";
  for (int i = 0; i < 12; ++i)
    page +=
        "<p>The bridge, which closed in March, will open <a href=/x>again</a> before <b>the summer</b>, the "
        "engineers told the council in week " +
        std::to_string(i) + ".";
  return page + "<table><tr><th>Year<th>Cars<tr><td>2020<td>4,000</table></article>";
}

TEST_CASE("memory that runs out at any point of a page harms no later page") {
  const auto format = GENERATE(render::Format::kMarkdown, render::Format::kTei);
  Options options;
  options.style.format = format;
  options.style.links = options.style.formatting = options.style.metadata = true;
  const std::string bytes = story();
  const Page page{.bytes = bytes, .url = "https://example.org/a", .content_type = "", .encoding = ""};
  const auto expected = Cleaner::create(options)->clean(page);
  REQUIRE(expected);

  long failures = 0;
  // Each point of the beginning, then ever fewer; a new cleaner each time, as its first page allocates most.
  for (long left = 0; left < 1'000'000; left += 1 + left / 12) {
    CAPTURE(left);
    auto cleaner = Cleaner::create(options);
    REQUIRE(cleaner);
    bool failed = false;
    allocations_left = left;
    try {
      const auto article = cleaner->clean(page);
      allocations_left = -1;
      CHECK((article && article->text == expected->text));
    } catch (const std::bad_alloc&) {
      allocations_left = -1;
      failed = true;
      ++failures;
    }
    const auto again = cleaner->clean(page);
    CHECK((again && again->text == expected->text));
    if (!failed) break;
  }
  CHECK(failures > 20);
}

TEST_CASE("--explain says of as many blocks as it may what their score is made of") {
  std::string bytes = "<title>Rain</title>";
  for (std::size_t i = 0; i <= kMostExplainedBlocks; ++i)
    bytes += "<p>It rained on day " + std::to_string(i) + " of the year, and the river rose.";
  auto cleaner = Cleaner::create({});
  REQUIRE(cleaner);
  std::vector<ExplainedBlock> blocks;
  static_cast<void>(cleaner->clean({.bytes = bytes, .url = "", .content_type = "", .encoding = ""}, &blocks));
  REQUIRE(blocks.size() == kMostExplainedBlocks + 1);
  CHECK_FALSE(blocks[kMostExplainedBlocks - 1].signals.empty());
  CHECK(blocks[kMostExplainedBlocks].signals.empty());
}

}  // namespace
}  // namespace clean_article
