// Phrases that web pages repeat around their articles ("Share on Facebook", "Read more", …): reading
// their lists and recognising them. Knows text only, neither pages nor blocks.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/base.hpp"
#include "site/phrases/phrase_class.hpp"

namespace clean_article::site {

struct PhraseMatch {
  PhraseClass phrase_class;
  std::string_view list;  // file name of the list, e.g. "phrases/share.txt"
  std::uint32_t line;     // line in it, from 1
};

// All phrase lists, compiled. Immutable and safe to share between threads. How a list is written says
// rules/phrases/README.md.
class Phrases {
 public:
  // The lists compiled into the program.
  static std::shared_ptr<const Phrases> built_in();

  // The built-in lists, with each one replaced for which a folder has a file phrases/NAME.txt; a later
  // folder wins. An unreadable folder or a line that is no valid pattern is an Error naming file and line.
  // So is a file there that bears no class's name: it would never be used.
  static Result<std::shared_ptr<const Phrases>> with_folders(const std::vector<std::string>& folders);

  // Appends a match for each class that recognises the whole block (at most one a class, the first line
  // that fits). `block_text` is the text of a block with white space folded; blocks of more than
  // max_phrase_chars() characters match nothing.
  void match(std::string_view block_text, std::vector<PhraseMatch>& out) const;

  // No phrase is longer: a long paragraph of prose can never be one.
  static constexpr std::size_t max_phrase_chars() { return 600; }

  ~Phrases();
  Phrases(const Phrases&) = delete;
  Phrases& operator=(const Phrases&) = delete;

 private:
  struct State;
  explicit Phrases(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace clean_article::site
