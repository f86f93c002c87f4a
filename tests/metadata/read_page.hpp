// A short article to put marks around, and its page read: what the tests of metadata begin with.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/extract.hpp"
#include "html/html.hpp"
#include "metadata/metadata.hpp"
#include "site/site.hpp"

namespace clean_article::metadata {

using Values = std::vector<std::string>;

inline const std::string kBody =
    "<p>The dough rests overnight in the cold, and in the morning it has doubled in size and smells of "
    "hay.</p>"
    "<p>Nobody who has eaten it goes back to the bread from the shop, however cheap and white that may "
    "be.</p>";

inline Metadata read(const std::string& html, std::string_view url = "https://www.example.org/bread",
                     std::string_view today = "", std::string_view fetched = "") {
  html::Parser parser{Limits{}};
  const html::Document& document = parser.parse(html);
  extract::Extractor extractor(site::Phrases::built_in());
  const extract::Extraction extraction = extractor.extract(document, extract::page_scorer());
  Metadata m = read_metadata(document, extraction, {url, today, {}, {}, {}, fetched});
  complete_from_text(extraction, m);
  return m;
}

}  // namespace clean_article::metadata
