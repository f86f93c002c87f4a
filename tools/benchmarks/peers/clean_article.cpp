// Cleans pages with this project's library, as other programs use it: see README.md for what is
// printed.
#include "clean_article/clean_article.hpp"

#include <time.h>

#include <cstdio>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>

namespace {

double cpu_seconds() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

std::string read_file(const std::string& path) {
  std::string bytes;
  std::FILE* const file = std::fopen(path.c_str(), "rb");
  if (file == nullptr) {
    std::fprintf(stderr, "cannot read %s\n", path.c_str());
    std::exit(1);
  }
  std::fseek(file, 0, SEEK_END);
  bytes.resize(static_cast<std::size_t>(std::ftell(file)));
  std::rewind(file);
  bytes.resize(std::fread(bytes.data(), 1, bytes.size(), file));
  std::fclose(file);
  return bytes;
}

std::string clean_file(const clean_article::Cleaner& cleaner, const std::string& path) {
  const std::string page = read_file(path);
  return cleaner.clean({.bytes = page}).text();
}

void clean_pages() {
  clean_article::Options options;
  options.metadata = false;  // text alone, as the peers make it
  options.formats = {"txt"};
  const clean_article::Cleaner cleaner(options);
  for (std::string path; std::getline(std::cin, path);) {
    const double begin = cpu_seconds();
    std::string text = clean_file(cleaner, path);
    const double cpu = cpu_seconds() - begin;
    const nlohmann::json answer = {{"text", std::move(text)}, {"cpu", cpu}};
    std::cout << answer.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << std::endl;
  }
}

}  // namespace

int main() {
  try {
    clean_pages();
  } catch (const std::exception& problem) {
    std::fprintf(stderr, "peer_clean_article: %s\n", problem.what());
    return 1;
  }
  return 0;
}
