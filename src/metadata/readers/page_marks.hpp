// What a page's elements say by their names and attributes: <title>, <h1>, links with a rel, <time>,
// microdata and RDFa. Owns one pass over all elements, in which <meta> and JSON-LD are met, too.
#pragma once

#include <string>
#include <vector>

#include "extract/extract.hpp"
#include "html/html.hpp"
#include "metadata/readers/candidates.hpp"

namespace clean_article::metadata {

// A <time> or an element with a date property, and where it stands.
struct TimeMark {
  html::NodeId node;
  std::string value;  // its datetime or content attribute, else its text
  bool published;     // said to be the date of publication (pubdate, datePublished)
  bool modified;
};

struct PageMarks {
  std::string base;                        // what links are relative to, "" when unknown
  std::string title;                       // <title>
  std::vector<html::NodeId> heading;       // <h1> elements, in order
  std::vector<html::NodeId> author_links;  // <a> to the page of an author, by their addresses
  std::vector<TimeMark> times;
};

PageMarks read_page_marks(const html::Document& document, std::string_view url, Candidates& out);

}  // namespace clean_article::metadata
