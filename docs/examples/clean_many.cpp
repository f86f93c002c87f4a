// Cleans saved pages with all cores, and prints a line of JSON for each, in order: clean_many PAGE...
// One Cleaner serves all threads.
//
// c++ -std=c++20 clean_many.cpp $(pkg-config --cflags --libs clean_article) -pthread -o clean_many
#include <algorithm>
#include <atomic>
#include <clean_article/clean_article.hpp>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <thread>
#include <vector>

int main(int argc, char** argv) {
  const std::vector<std::string> names(argv + std::min(argc, 1), argv + argc);
  std::vector<std::string> lines(names.size());

  clean_article::Options options;
  options.formats = {"jsonl"};
  const clean_article::Cleaner cleaner(options);

  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t i = next++; i < names.size(); i = next++) {
      std::ifstream file(names[i], std::ios::binary);
      const std::string bytes{std::istreambuf_iterator<char>(file), {}};
      const clean_article::Result result = cleaner.clean({.bytes = bytes});
      lines[i] = result ? result.render("jsonl") : "";
      if (!result) std::cerr << names[i] + ": " + result.message() + "\n";
    }
  };
  std::vector<std::thread> threads;
  for (unsigned i = std::max(std::thread::hardware_concurrency(), 1u); i > 0; --i) threads.emplace_back(work);
  for (std::thread& thread : threads) thread.join();
  for (const std::string& line : lines) std::cout << line;
}
