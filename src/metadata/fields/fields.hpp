// What is known about a page besides its text, each field with where it came from. Plain data: owns nothing
// of how it is found. A new field is a member here and a row of the list in field_list.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace clean_article::metadata {

// One value, "" when the page does not tell it. UTF-8 on one line, without control characters.
struct Field {
  std::string value;
  std::string source;  // in words, for people: "JSON-LD NewsArticle.headline", "meta og:title", "<h1>"

  explicit operator bool() const { return !value.empty(); }
};

// Several values, in the page's order and without repetitions.
struct ListField {
  std::vector<std::string> values;
  std::string source;

  explicit operator bool() const { return !values.empty(); }
};

struct Metadata {
  Field title;        // without the site's name
  ListField authors;  // people, or who signs for them; "First Last"
  Field date;         // of publication: ISO 8601, "2024-05-17" or "2024-05-17T09:30:00+02:00"
  Field modified;     // of the last change, likewise
  Field sitename;
  Field hostname;  // of `url`, without "www."
  Field url;       // canonical, absolute
  Field description;
  Field language;   // BCP 47: "en", "pt-BR"
  Field direction;  // "ltr" or "rtl"
  ListField categories;
  ListField tags;
  Field image;                   // absolute URL
  Field license;                 // a URL or a name
  Field page_type;               // as the page declares it, lower case: "article", "product", "website"
  std::uint64_t word_count = 0;  // of the article's text
  std::uint64_t fingerprint =
      0;             // of its words: equal texts have equal ones whatever the markup; 0 without text
  Field confidence;  // that the text is right, "0.93"; "" where no scorer chose it (extract::confidence)
};

}  // namespace clean_article::metadata
