// Copies of articles, exact and near ones. Owns the measure of likeness and what is kept of each article;
// knows no files.
//
// A text is the set of its runs of five words. MinHash keeps 128 numbers of it, of which two texts share as
// large a part as they share of their runs (Broder 1997). Texts whose numbers agree in one of 16 bands of
// eight are compared (Leskovec, Rajaraman, Ullman: Mining of Massive Datasets, ch. 3); from 0.8 on one is a
// copy of the other.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace clean_article::bulk {

inline constexpr std::size_t kSignatureNumbers = 128;
using Signature = std::array<std::uint32_t, kSignatureNumbers>;

// Words are divided by white space and read without case; of scripts without spaces each character is one. Of
// a text of fewer than five words there is one run. `text` is UTF-8.
Signature signature_of(std::string_view text);

// The share of runs that two texts have in common, as their signatures tell it.
double likeness(const Signature& a, const Signature& b);

// Remembers articles in their order: about 500 bytes each, and its name. Copies are not remembered.
class Duplicates {
 public:
  // The name of the article before that this one is a copy of; nothing where it is the first of its kind. Of
  // several that is the one whose band comes first.
  std::optional<std::string> take(const Signature& signature, const std::string& name);

 private:
  struct Article {
    std::array<std::uint8_t, kSignatureNumbers> low_bytes;
    std::string name;
  };
  std::vector<Article> articles_;
  std::unordered_map<std::uint64_t, std::uint32_t> bands_;  // the first article that has it
};

}  // namespace clean_article::bulk
