// Reading a list file of phrases (its form: rules/phrases/README.md) into plain entries. Knows the file's
// syntax, not how entries are looked up nor where the file came from.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/base.hpp"

namespace clean_article::site {

enum class PhraseForm : std::uint8_t {
  kWhole,    // the block is the phrase
  kPrefix,   // the block begins with it, and at most max_words words follow
  kNames,    // the same, and what follows are names: capitalised words, their connecting words, numbers
  kPattern,  // a regular expression for the whole block, of at most max_words words in all
};

// One spelling of a phrase, known by the hash of its folded form.
struct PhraseText {
  std::uint64_t hash;
  std::uint16_t words;
  std::uint16_t bytes;
};

struct PhraseEntry {
  PhraseForm form;
  std::uint16_t max_words;
  std::uint32_t line;
  std::string language;
  std::vector<PhraseText> texts;  // every spelling that the line's braces stand for
  // The hashes of all their beginnings up to a word boundary; those that several share, several times.
  std::vector<std::uint64_t> boundaries;
  std::string pattern;  // or an expression
};

// `file` names the list in errors. No error: an empty list.
Result<std::vector<PhraseEntry>> read_phrase_list(std::string_view content, std::string_view file);

}  // namespace clean_article::site
