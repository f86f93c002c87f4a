// Word lists as flat tables, to be read and, for the lists that come with the program, to be compiled into
// it. Knows no files.
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "site/words/word_list.hpp"

namespace clean_article::site {

// A word, as a place in WordTables::text.
struct WordPlace {
  std::uint32_t at;
  std::uint16_t bytes;
  std::uint16_t section_bytes;
  std::uint32_t section_at;
};

// Views of a WordTableBuilder's tables, or of tables that are compiled in.
struct WordTables {
  std::string_view text;
  std::span<const WordPlace> words;       // list after list
  std::span<const std::uint32_t> begins;  // list → its first word; one more for the end
};

struct Word {
  std::string_view text;
  std::string_view section;  // lies at a place of its own for each [section] of a list

  bool operator==(std::string_view other) const { return text == other; }
};

// The words of one list in the order of its file. Valid while the lists live.
class WordRange {
 public:
  class Iterator {
   public:
    using value_type = Word;
    using difference_type = std::ptrdiff_t;
    using pointer = const Word*;
    using reference = Word;
    using iterator_category = std::input_iterator_tag;

    Iterator() = default;
    Iterator(std::string_view text, const WordPlace* place) : text_(text), place_(place) {}
    Word operator*() const {
      return {text_.substr(place_->at, place_->bytes),
              text_.substr(place_->section_at, place_->section_bytes)};
    }
    Iterator& operator++() { return ++place_, *this; }
    Iterator operator++(int) { return Iterator(text_, place_++); }
    bool operator==(const Iterator& other) const { return place_ == other.place_; }

   private:
    std::string_view text_;
    const WordPlace* place_ = nullptr;
  };

  WordRange(std::string_view text, std::span<const WordPlace> places) : text_(text), places_(places) {}
  Iterator begin() const { return {text_, places_.data()}; }
  Iterator end() const { return {text_, places_.data() + places_.size()}; }
  bool has(std::string_view word) const {
    for (const Word& each : *this)
      if (each.text == word) return true;
    return false;
  }

 private:
  std::string_view text_;
  std::span<const WordPlace> places_;
};

// The lists that the program was built with. cmake/embed_rules.cmake makes them.
const WordTables& built_in_words();

class WordTableBuilder {
 public:
  // For each list once, in their order.
  void add_list(const std::vector<WordEntry>& entries);

  // The views are valid while the builder lives and does not move.
  WordTables finish() const { return {text_, words_, begins_}; }

 private:
  std::uint32_t add_text(std::string_view text);

  std::string text_;
  std::vector<WordPlace> words_;
  std::vector<std::uint32_t> begins_ = {0};
};

}  // namespace clean_article::site
