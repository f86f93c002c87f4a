// Which of a page's titles is its article's. Owns the order among headings, declared titles and their parts;
// knows nothing of where they stand in a page.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "metadata/fields/fields.hpp"
#include "metadata/readers/candidates.hpp"

namespace clean_article::metadata {

struct TitleClues {
  std::vector<std::string> headings;  // the texts of its <h1>, in order
  const std::vector<std::string>& site_names;
  std::string_view url;  // of the page, "" when unknown
  bool is_article;       // it declares that it is one
  bool is_front_page = false;
};

// The title without the site's name; empty where nothing offers one.
Field choose_title(const Candidates& candidates, const TitleClues& clues);

}  // namespace clean_article::metadata
