// The words that count days and hours back from now, from rules/words/relative-dates.txt: a row a section.
// relative_date.cpp says how they are read. '|' parts spellings.
#pragma once

#include <string_view>
#include <vector>

#include "site/site.hpp"

namespace clean_article::metadata {

struct RelativeWords {
  std::string_view languages;  // codes, parted by spaces
  std::string_view today, yesterday, day_before;
  std::string_view before, behind;        // what stands around a count: "vor" 3 Stunden, 3 hours "ago"
  std::string_view one;                   // for a count of one, as a word; "-" where none is needed
  std::string_view minutes, hours, days;  // the units, in the cases that a count wants
};

struct RelativeRows {
  explicit RelativeRows(const site::Words& words);

  std::vector<RelativeWords> all;
};

}  // namespace clean_article::metadata
