// The word lists of a run: those of the program, or with some replaced by folders of rules. Code that reads
// pages asks for words_in_use() and need not be told which these are.
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "base/base.hpp"
#include "site/words/word_tables.hpp"

namespace clean_article::site {

// All word lists. Immutable and safe to share between threads.
class Words {
 public:
  static std::shared_ptr<const Words> built_in();

  // The built-in lists, with each one replaced for which a folder has a file words/NAME.txt; a later folder
  // wins. An Error names file and line, or a file there that bears no list's name.
  static Result<std::shared_ptr<const Words>> with_folders(const std::vector<std::string>& folders);

  WordRange list(WordList list) const {
    const auto number = static_cast<std::size_t>(list);
    const std::uint32_t begin = tables_.begins[number];
    return {tables_.text, tables_.words.subspan(begin, tables_.begins[number + 1] - begin)};
  }

  // What is made of lists once and kept with them, such as a hash table: Made(const Words&), at its first
  // use.
  template <typename Made>
  const Made& made() const {
    static const std::size_t slot = take_slot();
    const void* known = made_[slot].load(std::memory_order_acquire);
    if (known == nullptr)
      known = keep(slot, [](const Words& words) -> std::shared_ptr<const void> {
        return std::make_shared<const Made>(words);
      });
    return *static_cast<const Made*>(known);
  }

  ~Words();
  Words(const Words&) = delete;
  Words& operator=(const Words&) = delete;

 private:
  struct State;
  using Make = std::shared_ptr<const void> (*)(const Words&);
  static constexpr std::size_t kSlots = 16;

  explicit Words(std::unique_ptr<State> state);
  static std::size_t take_slot();
  const void* keep(std::size_t slot, Make make) const;

  std::unique_ptr<State> state_;
  WordTables tables_;
  mutable std::array<std::atomic<const void*>, kSlots> made_{};
};

// The lists in use on this thread: the program's own, unless a WordsInUse lives.
const Words& words_in_use();

// Puts lists in use on this thread for as long as it lives. They must outlive it.
class WordsInUse {
 public:
  explicit WordsInUse(const Words& words);
  ~WordsInUse();
  WordsInUse(const WordsInUse&) = delete;
  WordsInUse& operator=(const WordsInUse&) = delete;

 private:
  const Words* before_;
};

}  // namespace clean_article::site
