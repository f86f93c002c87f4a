// Who wrote: chosen among all that a page declares and shows. Owns the order in which sources are believed;
// knows nothing of where on a page they stand.
#pragma once

#include <string>
#include <vector>

#include "metadata/readers/bylines.hpp"
#include "metadata/readers/candidates.hpp"

namespace clean_article::metadata {

struct AuthorClues {
  std::string sitename;                 // what the site calls itself, "" when unknown
  std::vector<std::string> site_names;  // all names that it goes by, its host's too
  bool is_front_page = false;           // whose lines are those of the stories that it leads to
};

// The people of the most trusted place that names any; the site itself where nobody else signs. Has the whole
// page looked through, by `bylines`, only where that may help. Empty where nobody is named.
ListField choose_authors(const Candidates& candidates, const AuthorClues& clues, Bylines& bylines);

}  // namespace clean_article::metadata
