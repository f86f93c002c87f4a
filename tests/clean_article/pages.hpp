// Pages that the tests of the public interface are about.
#pragma once

#include <string>

namespace pages {

inline const std::string kFirst =
    "The ferry has been stuck in the ice since Monday, and the crew has run out of playing cards.";
inline const std::string kSecond =
    "A tug is on its way from the south, but it will need two days, the harbour master said.";

// An article with a link, emphasis, a table, a picture and metadata.
inline const std::string kArticle =
    "<!doctype html><html lang=en><head><title>Ferry in the ice - The Harbour Post</title>"
    "<meta property=og:site_name content='The Harbour Post'><meta property=og:type content=article>"
    "<meta name=author content='Ann Skipper'><meta property=article:published_time content=2024-02-03>"
    "</head><body><nav><a href=/>Home</a> <a href=/ice>Ice</a></nav><article><h1>Ferry in the ice</h1><p>" +
    kFirst + "</p><p>" + kSecond +
    " More is <em>known</em> at <a href=/office>the harbour office</a>, which opens at nine.</p>"
    "<table><tr><th>Day</th><th>Ice</th></tr><tr><td>Monday</td><td>12 cm</td></tr>"
    "<tr><td>Tuesday</td><td>15 cm</td></tr></table>"
    "<p>The island has bread for a week, and the school stays closed until somebody finds the key.</p>"
    "</article><div class=share><a href=/s>Share on Facebook</a></div><footer>Contact "
    "us</footer></body></html>";

inline const std::string kArticleUrl = "https://harbour.example/news/ferry";

}  // namespace pages
