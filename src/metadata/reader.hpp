// From a judged page to its metadata. Owns which candidate wins for each field.
#pragma once

#include <string_view>
#include <vector>

#include "metadata/fields/fields.hpp"

namespace clean_article::html {
class Document;
}
namespace clean_article::extract {
struct Extraction;
}

namespace clean_article::metadata {

// What a site's rule found, and the "FILE:LINE" of the expression that did. Views.
struct RuleValue {
  std::string_view value;
  std::string_view from;
};

struct PageInfo {
  std::string_view url;   // the address it came from, "" when unknown
  std::string_view date;  // "2024-05-17", of reading it: nothing was published later; "" when unknown
  std::vector<RuleValue> titles, authors, dates;
  // When it was fetched, "2024-05-17T09:30:00Z" or the day alone: "3 hours ago" counts from it. "" when that
  // is unknown; then such dates are not read.
  std::string_view fetched{};
};

// Everything but what needs the article's text. `extraction` is that of `document`.
Metadata read_metadata(const html::Document& document, const extract::Extraction& extraction,
                       const PageInfo& info);

// Counts words, takes the fingerprint and checks the language by the kept blocks, which may come from
// elsewhere than the page (a rescued article).
void complete_from_text(const extract::Extraction& extraction, Metadata& metadata);

// Counts the kept blocks of a page that the article goes on, too. Only for a page after the other.
void complete_from_next_page(const extract::Extraction& extraction, Metadata& metadata);

}  // namespace clean_article::metadata
