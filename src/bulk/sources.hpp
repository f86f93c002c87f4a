// From the words of a command line to inputs, in the order given. Owns what a word means and the top-level
// names of outputs; reads no page.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "bulk/input.hpp"
#include "bulk/walk.hpp"

namespace clean_article::bulk {

class Sources {
 public:
  // A word is a URL, "-", a folder or a file; what is none of them comes out as a file, for reading it to
  // fail. One folder alone is mirrored straight into the output folder, several inputs side by side.
  // Outputs are called by `ending`.
  explicit Sources(const std::vector<std::string>& words, std::string ending = ".txt",
                   LinksOut links_out = LinksOut::kRefused);

  // Keeps out of a folder that exists by now: the one the outputs go to.
  void keep_out_of(const std::string& folder);

  // The next input; nothing when all have been given.
  std::optional<Input> next();

  // Whether more than one page may come.
  bool several() const { return words_.size() > 1 || !folders_.empty(); }

  // The words that are folders, and those that are files.
  const std::vector<std::string>& folders() const { return folders_; }
  const std::vector<std::string>& files() const { return files_; }

 private:
  struct Word {
    Input input;
    bool is_folder = false;
  };
  std::string ending_;
  LinksOut links_out_;
  std::vector<Word> words_;
  std::vector<std::string> folders_;
  std::vector<std::string> files_;
  std::optional<FileId> skip_;
  std::size_t at_ = 0;
  std::optional<FolderWalk> walk_;
};

}  // namespace clean_article::bulk
