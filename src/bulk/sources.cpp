#include "bulk/sources.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

#include "bulk/output_names.hpp"
#include "text/text.hpp"

namespace clean_article::bulk {
namespace {

namespace fs = std::filesystem;

// The last name of a path, also of "site/", "." and "..".
std::string last_name(const std::string& path) {
  std::string name = fs::path(path).filename().string();
  if (name.empty() || name == "." || name == "..") {
    std::error_code error;
    fs::path real = fs::weakly_canonical(path, error);
    if (!error) {
      if (real.filename().empty()) real = real.parent_path();
      name = real.filename().string();
    }
  }
  return name.empty() ? "root" : name;
}

bool stands_for_a_descriptor(const std::string& path) {
  return path == "/dev/stdin" || path.starts_with("/dev/fd/") || path.starts_with("/proc/self/fd/");
}

}  // namespace

Sources::Sources(const std::vector<std::string>& words, std::string ending, LinksOut links_out)
    : ending_(std::move(ending)), links_out_(links_out) {
  struct stat status {};
  std::vector<NameWish> wishes;
  for (const std::string& word : words) {
    Word entry;
    entry.input.name = word;
    if (word == "-") {
      entry.input.kind = InputKind::kStream;
      entry.input.name = "standard input";
      entry.input.descriptor = STDIN_FILENO;
      wishes.push_back({"stdin.txt", "stdin.txt"});
    } else if (text::looks_like_url(word)) {
      entry.input.kind = InputKind::kUrl;
      wishes.push_back(wish_for_url(word, ending_));
    } else if (::stat(word.c_str(), &status) == 0 && S_ISDIR(status.st_mode)) {
      entry.is_folder = true;
      folders_.push_back(word);
      const std::string name = last_name(word);
      wishes.push_back({name, name});
    } else {
      if (stands_for_a_descriptor(word)) entry.input.kind = InputKind::kStream;
      files_.push_back(word);
      wishes.push_back(wish_for_file(last_name(word), ending_));
    }
    words_.push_back(std::move(entry));
  }

  const std::vector<std::string> names = choose_names(wishes, {});
  for (std::size_t i = 0; i < words_.size(); ++i) {
    words_[i].input.target = names[i];
    if (words_[i].is_folder) words_[i].input.target = words_.size() == 1 ? "" : names[i] + "/";
  }
}

void Sources::keep_out_of(const std::string& folder) {
  struct stat status {};
  if (::stat(folder.c_str(), &status) == 0) skip_ = file_id(status);
}

std::optional<Input> Sources::next() {
  while (true) {
    if (walk_) {
      if (auto input = walk_->next()) return input;
      walk_.reset();
    }
    if (at_ == words_.size()) return std::nullopt;
    const Word& word = words_[at_++];
    if (!word.is_folder) return word.input;
    walk_.emplace(word.input.name, word.input.target, skip_, ending_, links_out_);
  }
}

}  // namespace clean_article::bulk
