// From the words of a command line and of lists to inputs, in the order given. Owns what a word means and the
// names of outputs; reads no page.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "bulk/input.hpp"
#include "bulk/input_list.hpp"
#include "bulk/walk.hpp"

namespace clean_article::bulk {

// Where inputs come from.
struct SourceWords {
  std::vector<std::string> words;  // a URL, "-", a folder or a file each
  std::vector<std::string> lists;  // files with more of them, "-" for standard input
  bool nul_lists = false;          // words of lists end with a NUL byte
  std::string ending = ".txt";     // of outputs
  WalkRules walk{};
};

class Sources {
 public:
  // What is no URL, folder or file comes out as a file, for reading it to fail. One folder alone is mirrored
  // straight into the output folder, several inputs side by side; what a list names is put there by its path.
  explicit Sources(SourceWords given);
  explicit Sources(std::vector<std::string> words, std::string ending = ".txt");

  // Opens the lists; an Error says which cannot be. Without this they are opened when their turn comes.
  Status open_lists();

  // Keeps out of a folder that exists by now: the one the outputs go to.
  void keep_out_of(const std::string& folder);

  // The next input; nothing when all have been given.
  std::optional<Input> next();

  // Whether more than one page may come.
  bool several() const { return words_.size() > 1 || !folders_.empty() || !given_.lists.empty(); }

  // The words that are folders, and those that are files. What lists name is not among them.
  const std::vector<std::string>& folders() const { return folders_; }
  const std::vector<std::string>& files() const { return files_; }
  bool has_lists() const { return !given_.lists.empty(); }

 private:
  struct Word {
    Input input;
    bool is_folder = false;
  };
  Word word_of(const std::string& word) const;
  std::optional<Word> next_word();
  std::optional<Word> next_listed();
  void settle_listed(Word& entry) const;
  bool lies_in_output(const std::string& path) const;
  std::string claim(const std::string& wanted, const std::string& otherwise);

  SourceWords given_;
  std::vector<Word> words_;
  std::vector<std::string> folders_;
  std::vector<std::string> files_;
  std::optional<FileId> skip_;
  std::filesystem::path output_folder_;  // canonical; "" where there is none
  std::size_t at_ = 0;
  std::size_t list_at_ = 0;
  std::vector<InputList> lists_;
  std::optional<FolderWalk> walk_;
  // With lists: the outputs that are taken, by the hash of their names, and how often each was wanted. Two
  // names of one hash cost the later one its short name, and nothing else.
  std::unordered_map<std::uint64_t, std::uint32_t> taken_;
};

}  // namespace clean_article::bulk
