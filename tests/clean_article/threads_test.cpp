// What the header promises of threads: one Cleaner and one Result serve any number of them. The thread
// sanitizer watches this test (CONTRIBUTING.md).
#include <algorithm>
#include <atomic>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "catch.hpp"
#include "clean_article/clean_article.h"
#include "clean_article/clean_article.hpp"
#include "pages.hpp"

using clean_article::Cleaner;
using clean_article::Options;
using clean_article::Result;

namespace {

constexpr unsigned kThreads = 16;
constexpr std::size_t kFixtures = 24;  // enough to meet tables, formulas, rules of sites and rescues

// Pages of the fixtures, and some that nobody sends in good faith.
std::vector<std::string> pages_of_all_kinds() {
  std::vector<std::string> pages = {pages::kArticle,
                                    "",
                                    "<",
                                    "\x89PNG\r\n\x1a\n",
                                    "{\"a\":1}",
                                    std::string(2'000, '\xFF'),
                                    "<svg><p>" + pages::kFirst,
                                    "<table>" + std::string(300, '<') + pages::kSecond};
  // Elements within elements, unclosed formatting that each paragraph opens again, and much of one thing.
  const std::vector<std::pair<std::string, int>> many = {
      {"<div>", 700},    {"<div>", 20'000},     {"<table>", 3'000}, {"<b><i>", 3'000},
      {"<b><p>", 1'000}, {"<a href=x>", 5'000}, {"&#x41;", 20'000}, {"<td><p>One", 500}};
  for (const auto& [part, times] : many) {
    std::string page;
    for (int i = 0; i < times; ++i) page += part;
    pages.push_back(page + pages::kFirst);
  }
  std::vector<std::filesystem::path> folders;
  for (const auto& entry : std::filesystem::directory_iterator(CLEAN_ARTICLE_SOURCE_DIR "/fixtures"))
    if (exists(entry.path() / "input.html")) folders.push_back(entry.path());
  std::sort(folders.begin(), folders.end());
  const std::size_t step = std::max<std::size_t>(folders.size() / kFixtures, 1);
  for (std::size_t i = 0; i < folders.size(); i += step) {
    std::ostringstream page;
    page << std::ifstream(folders[i] / "input.html").rdbuf();
    pages.push_back(page.str());
  }
  return pages;
}

// Catch2's checks are for one thread: others count what is wrong.
template <typename Work>
void in_threads(const Work& work) {
  std::vector<std::thread> threads;
  for (unsigned t = 0; t < kThreads; ++t) threads.emplace_back([&work, t] { work(t); });
  for (std::thread& thread : threads) thread.join();
}

std::string everything(const Result& result) {
  std::string all = result.message() + result.render("markdown") + result.render("json", {.text = false});
  for (const clean_article::Block& block : result.blocks()) all += block.text + block.reason;
  return all;
}

}  // namespace

TEST_CASE("threads share a cleaner, and each gets what one alone gets") {
  const std::vector<std::string> pages = pages_of_all_kinds();
  REQUIRE(pages.size() > kFixtures);
  Options options;
  options.blocks = true;
  const Cleaner cleaner(options);
  std::vector<std::string> alone;
  for (const std::string& page : pages)
    alone.push_back(everything(cleaner.clean({.bytes = page, .url = pages::kArticleUrl})));

  const Cleaner fresh(options);  // whose workspaces the threads make
  std::atomic<int> wrong = 0;
  in_threads([&](unsigned t) {
    for (std::size_t i = 0; i < pages.size(); ++i) {
      const std::size_t at = (i + t * 5) % pages.size();
      const Cleaner copy = fresh;
      if (everything(copy.clean({.bytes = pages[at], .url = pages::kArticleUrl})) != alone[at]) ++wrong;
    }
  });
  CHECK(wrong == 0);
}

TEST_CASE("cleaners of different options run beside each other") {
  const std::vector<std::string> pages = pages_of_all_kinds();
  Options with_rules;
  with_rules.rules_folders = {CLEAN_ARTICLE_SOURCE_DIR "/rules"};
  const Cleaner plain;
  const Cleaner ruled(with_rules);
  std::vector<std::string> alone;
  for (const std::string& page : pages) alone.push_back(plain.clean({.bytes = page}).text());
  std::atomic<int> wrong = 0;
  in_threads([&](unsigned t) {
    // The folder holds the lists that are built in, so that both give the same.
    for (std::size_t i = t % 2; i < pages.size(); i += 2)
      if ((t % 2 == 0 ? plain : ruled).clean({.bytes = pages[i]}).text() != alone[i]) ++wrong;
  });
  CHECK(wrong == 0);
}

TEST_CASE("threads write one result at the same time") {
  const Result result = Cleaner().clean({.bytes = pages::kArticle, .url = pages::kArticleUrl});
  const std::string alone = everything(result);
  std::atomic<int> wrong = 0;
  in_threads([&](unsigned) {
    for (int i = 0; i < 20; ++i) {
      const Result copy = result;
      if (everything(copy) != alone || copy.value("title") != "Ferry in the ice") ++wrong;
    }
  });
  CHECK(wrong == 0);
}

TEST_CASE("threads share a cleaner of the C interface") {
  ca_cleaner* cleaner = ca_cleaner_new(nullptr, nullptr);
  REQUIRE(cleaner != nullptr);
  ca_page page{};
  page.size = sizeof page;
  page.bytes = {pages::kArticle.data(), pages::kArticle.size()};
  std::atomic<int> wrong = 0;
  in_threads([&](unsigned) {
    for (int i = 0; i < 10; ++i) {
      ca_result* result = nullptr;
      if (ca_clean(cleaner, &page, &result) != CA_OK || ca_result_text(result).length == 0) ++wrong;
      ca_result_free(result);
    }
  });
  ca_cleaner_free(cleaner);
  CHECK(wrong == 0);
}
