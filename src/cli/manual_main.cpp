// Writes the man pages and completions into a folder, for cmake/manual.cmake: FOLDER/man1/*.1 and
// FOLDER/completions/*. Prints what it could not write.
#include <filesystem>
#include <fstream>
#include <iostream>

#include "cli/generate.hpp"

namespace {

bool write(const std::filesystem::path& path, const std::string& text) {
  std::ofstream file(path, std::ios::binary);
  file << text;
  if (file.flush()) return true;
  std::cerr << "cannot write " << path << "\n";
  return false;
}

}  // namespace

int main(int argc, char** argv) {
  using namespace clean_article::cli;
  if (argc != 2) {
    std::cerr << "usage: write_manual FOLDER\n";
    return 2;
  }
  const std::filesystem::path man = std::filesystem::path(argv[1]) / "man1";
  const std::filesystem::path completions = std::filesystem::path(argv[1]) / "completions";
  std::error_code error;
  std::filesystem::create_directories(man, error);
  std::filesystem::create_directories(completions, error);
  bool written =
      write(man / "clean-article.1", manual()) && write(man / "clean-article-rules.1", rules_manual());
  for (const Command& command : commands())
    written = written && write(man / ("clean-article-rules-" + std::string(command.name) + ".1"),
                               command_manual(command));
  written = written && write(completions / "clean-article", bash_completions()) &&
            write(completions / "_clean-article", zsh_completions()) &&
            write(completions / "clean-article.fish", fish_completions());
  return written ? 0 : 1;
}
