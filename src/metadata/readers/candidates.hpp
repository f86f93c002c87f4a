// The pool that every reader of metadata fills and the choosers draw from. Owns the order of trust; knows
// nothing of where values stand in a page.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "metadata/fields/fields.hpp"

namespace clean_article::metadata {

enum class Item : std::uint8_t {
  kTitle,
  kAuthor,
  kDate,
  kShownDate,  // likewise, by itself below the title; told as kDate, too
  kModified,
  kSitename,
  kUrl,
  kDescription,
  kLanguage,
  kDirection,
  kCategory,
  kTag,
  kImage,
  kLicense,
  kPageType,
};

// How far a place is believed. Only the order counts: of two candidates the one of higher trust wins, and of
// equal ones the first.
enum class Trust : std::uint8_t {
  kGuess,       // from running text, or what often holds something else
  kVague,       // declared, but as often of the page's making as of the article's
  kVisible,     // what readers see at the place where it usually stands
  kGeneric,     // tags that publishing systems fill with anything
  kSecondary,   // declared, but of a neighbour of what is wanted (a web page, not its article)
  kDeclared,    // declared for sharing or indexing: OpenGraph, Dublin Core …
  kStructured,  // declared of this very article: JSON-LD, microdata
  kRule,        // somebody wrote down where it stands on this site
};

struct Candidate {
  Item item;
  Trust trust;
  std::string value;   // decoded, white space folded
  std::string source;  // for people
};

class Candidates {
 public:
  // Values that are empty once folded are not taken; very long ones are cut.
  void add(Item item, Trust trust, std::string_view value, std::string source);

  // Those of one item, best first.
  std::vector<const Candidate*> of(Item item) const;

 private:
  std::vector<Candidate> all_;
};

// A value drawn from a candidate, with its source.
inline Field take(const Candidate& candidate, std::string value) {
  return {std::move(value), candidate.source};
}

// White space (no-break too) folded to single spaces, none at the ends; control characters left out.
std::string folded(std::string_view utf8);

}  // namespace clean_article::metadata
